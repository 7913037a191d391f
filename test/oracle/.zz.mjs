import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
const directory = import.meta.dirname;
const outfile='/tmp/textcmp.mjs';
await build({entryPoints:[path.join(directory,'comparison.ts')],outfile,bundle:true,platform:'node',format:'esm',target:'node20',logLevel:'warning'});
const { compare } = await import(outfile);
for (const c of compare(process.argv.slice(2).map(f=>({name:f,source:readFileSync(f,'utf8')})), directory)) {
  const a=(c.inCPython.output+'\n'+c.inCPython.error).split('\n'), b=((c.inMachine?.output??'')+'\n'+(c.inMachine?.error??c.failure)).split('\n');
  let n=0;
  for (let i=0;i<Math.max(a.length,b.length);i++) if (a[i]!==b[i]) { console.log(i+1,'\n  C',a[i],'\n  b',b[i]); if(++n>30)break; }
}
