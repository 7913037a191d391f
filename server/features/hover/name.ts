import {
  BUILT_IN_NAMES,
  Role,
  builtInReference,
  lineOfToken,
  type Analysis,
  type BuiltInName,
} from '../../../vm/index.ts';
import { docText } from '../../doc-comment.ts';
import { codeBlock, inlineCode, paragraphs } from '../../markup.ts';
import { methodAt, type MethodPlace } from '../../method-names.ts';
import { usesOfMethod } from '../../method-uses.ts';
import { definitionOf, occurrencesIn, type Occurrence, type ProgramName, type Programs } from '../../program-names.ts';
import { verifiedFacts } from '../../function-facts.ts';
import { callEffect, describeScope, signatureOf } from '../../signature.ts';
import { inferKinds } from '../../kind-inference.ts';
import { kindsWord } from '../../value-text.ts';
import { arrivalsText } from './arrivals.ts';
import { describeInt } from './literal.ts';

/** Of the places where something happens to a name, as many are listed by line. */
const LISTED_LINES = 6;

/** A name: what it is, where it comes from, what happens to it, and what its comment says. */
export function hoverName(analysis: Analysis, name: ProgramName, programs: Programs): string | undefined {
  switch (name.kind) {
    case 'label':
      return hoverLabel(analysis, name);
    case 'function':
    case 'class':
      return hoverCallable(analysis, name);
    case 'constant':
      return hoverConstant(analysis, name);
    case 'built-in':
      return BUILT_IN_NAMES.has(name.name) ? builtInReference(name.name as BuiltInName) : undefined;
    default:
      return hoverVariable(analysis, name, programs);
  }
}

function hoverLabel(analysis: Analysis, name: ProgramName): string {
  const { module } = name;
  const { scope, instruction, definition } = module.symbols[name.symbol];
  const jumps = occurrencesIn(module, name).filter(({ role }) => role === Role.Jump);
  return paragraphs([
    codeBlock('bcasm', `${name.name}:`),
    `A label in ${describeScope(module, scope)}, before instruction ${instruction}. ${jumpsText(jumps)}`,
    arrivalsText(analysis, module, scope, instruction, jumps),
    docText(module.tree, definition),
  ]);
}

function jumpsText(jumps: readonly Occurrence[]): string {
  if (jumps.length === 0) return 'Nothing jumps here.';
  return `${jumps.length === 1 ? 'One jump comes' : `${jumps.length} jumps come`} here, from ${linesText(jumps)}.`;
}

export function hoverCallable(analysis: Analysis, name: ProgramName): string {
  const { module } = name;
  const { scope, ownScope, definition } = module.symbols[name.symbol];
  const isFunction = name.kind === 'function';
  const from = module === analysis.module ? '' : ` From ${inlineCode(module.file)}.`;
  const method = definition < 0 ? undefined : methodAt(module, definition);
  const signature = signatureOf(module.scopes[ownScope]);
  return paragraphs([
    codeBlock('bcasm', `${isFunction ? '.func' : '.class'} ${signature}`),
    isFunction ? codeBlock('text', callEffect(analysis, module, ownScope)) : '',
    definition < 0 ? '' : docText(module.tree, definition),
    `A ${name.kind} in ${describeScope(module, scope)}.${from} ${method === undefined ? usesText(usesInFile(analysis, name)) : methodUsesText(analysis, method)}${heightOf(analysis, name)}`,
  ]);
}

function usesInFile(analysis: Analysis, name: ProgramName): Occurrence[] {
  return occurrencesIn(analysis.module, name).filter(({ role }) => role !== Role.Definition);
}

/** Who uses a method, and who may. */
function methodUsesText(analysis: Analysis, method: MethodPlace): string {
  const uses = usesOfMethod(method, () => [analysis]).filter(({ module }) => module.file === analysis.module.file);
  const known = uses.filter(({ isByName }) => !isByName);
  const byName = uses.filter(({ isByName }) => isByName);
  if (byName.length === 0) return usesText(known);
  const may = `May be meant on ${linesText(byName)}, by its name.`;
  return known.length === 0 ? may : `${usesText(known)} ${may}`;
}

/** How much a function needs of the operand stack, where that has a bound. */
function heightOf(analysis: Analysis, { module, symbol }: ProgramName): string {
  const { kind, ownScope } = module.symbols[symbol];
  const height = (ownScope < 0 ? undefined : verifiedFacts(analysis, module, ownScope))?.maximumHeight ?? -1;
  if (kind !== 'function' || height < 0) return '';
  return ` Its stack holds at most ${height === 1 ? '1 value' : `${height} values`}.`;
}

function hoverConstant(analysis: Analysis, name: ProgramName): string {
  const { module } = name;
  const { valueText, definition } = module.symbols[name.symbol];
  const from = module === analysis.module ? '' : ` From ${inlineCode(module.file)}.`;
  const where = definition < 0 ? '' : `, defined on line ${lineOfToken(module.tree, definition) + 1}`;
  return paragraphs([
    codeBlock('bcasm', `.const ${name.name} ${valueText ?? ''}`.trimEnd()),
    describeInt(valueText ?? '') ?? '',
    definition < 0 ? '' : docText(module.tree, definition),
    `A constant${where}.${from}`,
  ]);
}

function hoverVariable(analysis: Analysis, name: ProgramName, programs: Programs): string {
  const { module } = name;
  const { scope, isCaptured } = module.symbols[name.symbol];
  const occurrences = occurrencesIn(name.kind === 'global' ? analysis.module : module, name);
  const stores = occurrences.filter(({ role }) => role === Role.Write);
  const reads = occurrences.filter(({ role }) => role === Role.Read).length;
  const definition = definitionOf(name, analysis);
  const kind = name.kind === 'global' ? 'global variable' : name.kind === 'parameter' ? 'parameter' : 'local variable';
  const parameter = module.scopes[scope].parameters.find(each => each.name === name.name);
  const isDefault = name.kind === 'parameter' && parameter?.defaultText !== undefined;
  return paragraphs([
    codeBlock('text', `${kind} ${name.name}${isDefault ? `=${parameter.defaultText}` : ''}`),
    definition === undefined || name.kind === 'parameter' ? '' : docText(definition.module.tree, definition.token),
    [
      name.kind === 'global'
        ? ''
        : `Of ${describeScope(module, scope)}${isCaptured ? ', captured by functions in it' : ''}.`,
      stores.length > 0
        ? `Assigned on ${linesText(stores)}.`
        : name.kind === 'parameter'
          ? ''
          : 'Not assigned in this file.',
      reads === 0 ? 'Never read in this file.' : `Read ${reads === 1 ? 'once' : `${reads} times`}.`,
      holdsText(analysis, name, programs),
    ]
      .filter(part => part !== '')
      .join(' '),
  ]);
}

/** The kinds of what a variable holds, where they are known; of a parameter with what they are inferred from. */
function holdsText(analysis: Analysis, name: ProgramName, programs: Programs): string {
  const inferred = inferKinds(analysis, name, programs);
  const word = inferred && kindsWord(inferred);
  if (inferred === undefined || word === undefined) return '';
  const { callCount } = inferred;
  const calls = callCount === 1 ? 'the one call' : `all ${callCount} calls`;
  return `Holds ${inlineCode(word)}${callCount === 0 ? '' : `, inferred from ${calls} of the function`}.`;
}

function usesText(uses: readonly Pick<Occurrence, 'module' | 'token'>[]): string {
  return uses.length === 0 ? 'Not used in this file.' : `Used on ${linesText(uses)}.`;
}

/** `line 3`, `lines 3, 7 and 2 more`. */
export function linesText(occurrences: readonly Pick<Occurrence, 'module' | 'token'>[]): string {
  const lines = [...new Set(occurrences.map(({ module, token }) => lineOfToken(module.tree, token) + 1))];
  const shown = lines.slice(0, LISTED_LINES);
  const more = lines.length > shown.length ? ` and ${lines.length - shown.length} more` : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown.join(', ')}${more}`;
}
