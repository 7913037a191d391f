/**
 * Lets all files of a bundle share what they import: for each file that imports a CommonJS package the bundler copies all that the
 * package exports, which for 30 files and the 500 names of the protocol takes longer than to start the language server.
 *
 * @param {string} bundle its text, not minified
 */
export function shareImports(bundle) {
  /** @type {Map<string, string>} */
  const firstNames = new Map();
  return bundle.replaceAll(/^var (\w+) = (__toESM\(.*\));$/gm, (declaration, name, copy) => {
    const first = firstNames.get(copy);
    if (first !== undefined) return `var ${name} = ${first};`;
    firstNames.set(copy, name);
    return declaration;
  });
}
