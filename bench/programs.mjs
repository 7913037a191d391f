import path from 'node:path';

/**
 * @typedef {object} Program
 * @property {string} name of its files in bench/programs
 * @property {string} [folder] that they are in; where there is none, it has the name of the program
 * @property {string} about what it is made of
 * @property {number} size the input of one run: CPython needs about 0.2 s for it on a machine of 2023
 */

/** @type {readonly Program[]} */
export const PROGRAMS = [
  { name: 'fib', about: 'recursive calls', size: 250 },
  { name: 'loops', about: 'loops over ints', size: 3_000 },
  { name: 'sieve', about: 'one long list', size: 1_500_000 },
  { name: 'mandelbrot', about: 'floats in variables', size: 300 },
  { name: 'nbody', about: 'floats in lists', size: 35_000 },
  { name: 'strings', about: 'strings and dicts', size: 400_000 },
  { name: 'closures', about: 'functions made and called', size: 500_000 },
  { name: 'exceptions', about: 'raised and caught', size: 500_000 },
  { name: 'richards', about: 'objects and methods', size: 50_000 },
  { name: 'generators', about: 'in a row and recursive', size: 1_000_000 },
];

/**
 * The programs that a prototype of the fast engine was measured with, in Python and bcasm: what the goals were set by.
 *
 * @type {readonly Program[]}
 */
export const PROTOTYPE_PROGRAMS = [
  { name: 'fib', about: 'fib(32)', size: 1 },
  { name: 'loops', about: 'a loop over ints', size: 1 },
  { name: 'sieve', about: 'one list of 2,000,000 bools', size: 1 },
  { name: 'mandelbrot', about: 'floats in variables', size: 1 },
  { name: 'nbody', about: 'floats in lists', size: 2 },
  { name: 'strings', about: 'words made and counted', size: 2 },
  { name: 'closures', about: 'two closures called', size: 2 },
  { name: 'exceptions', about: 'a division by zero in every fourth round', size: 2 },
].map(program => ({ ...program, folder: 'prototype' }));

/**
 * @param {Program} program
 * @param {string} extension of a language, without the dot
 */
export function programFile({ name, folder = name }, extension) {
  return path.join(import.meta.dirname, 'programs', folder, `${name}.${extension}`);
}
