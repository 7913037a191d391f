/**
 * What a program says about itself in comments: `; expect:` a line of output, `; input:` a line of input, `; error:` the
 * last line on standard error, `; result:` main's final stack by `repr`, `; finding:` the codes of what the verifier finds on this line,
 * `; python:` a line of the Python program that must do the same, `; limits:` limits of the machine (`depth=10`), `; option:`
 * `undefined-none`.
 */
export interface Expectations {
  readonly output: readonly string[];
  readonly input: readonly string[];
  readonly error: string | null;
  readonly result: string | null;
  /** As `line CODE`, the line 1-based, in text order. */
  readonly findings: readonly string[];
  /** The Python program; empty when there is none. */
  readonly python: string;
  readonly limits: Readonly<Record<string, number>>;
  readonly undefinedIsNone: boolean;
}

export function readExpectations(text: string): Expectations {
  const remarks = readRemarks(text);
  const all = (key: string): string[] => remarks.filter(remark => remark.key === key).map(({ value }) => value);
  const limits = all('limits').flatMap(value => value.split(' ').map(limit => limit.split('=')));
  const unknown = remarks.find(({ key }) => !KEYS.has(key));
  if (unknown) throw new Error(`unknown expectation in line ${unknown.line}: ${unknown.key}`);
  return {
    output: all('expect'),
    input: all('input'),
    error: all('error').at(-1) ?? null,
    result: all('result').at(-1) ?? null,
    findings: remarks
      .filter(({ key }) => key === 'finding')
      .flatMap(({ line, value }) => value.split(', ').map(code => `${line} ${code}`)),
    python: all('python').join('\n'),
    limits: Object.fromEntries(limits.map(([name, limit]) => [name, Number(limit)])),
    undefinedIsNone: all('option').includes('undefined-none'),
  };
}

const KEYS = new Set(['expect', 'input', 'error', 'result', 'finding', 'python', 'limits', 'option']);

interface Remark {
  readonly line: number;
  readonly key: string;
  readonly value: string;
}

function readRemarks(text: string): Remark[] {
  const remarks: Remark[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const match = /; ([a-z]+):(?: (.*))?$/.exec(line);
    if (match) remarks.push({ line: index + 1, key: match[1], value: match[2] ?? '' });
  }
  return remarks;
}

/** A piece of a file that holds several programs, each below a line `; --- title`. */
export interface ProgramCase {
  readonly title: string;
  readonly text: string;
}

export function splitCases(text: string): ProgramCase[] {
  const [head, ...pieces] = text.split(/^; --- /m);
  if (/^[^;\n]/m.test(head)) throw new Error('a file of cases begins with comments and the first title');
  return pieces.map(piece => {
    const lineEnd = piece.indexOf('\n');
    return { title: piece.slice(0, lineEnd), text: piece.slice(lineEnd + 1) };
  });
}
