import {
  Op,
  Role,
  intLiteralValue,
  instructionOf,
  isIntLiteral,
  stackEffect,
  statementOfToken,
  tokenName,
  tokenText,
  type AbstractStack,
  type AbstractValue,
  type Analysis,
  type Module,
  type Scope,
} from '../vm/index.ts';
import { stackBefore, verifiedFacts } from './function-facts.ts';
import { instructionOfStatement, type InstructionPlace } from './cursor.ts';
import {
  nameOfToken,
  occurrencesOf,
  programName,
  type Occurrence,
  type ProgramName,
  type Programs,
} from './program-names.ts';

/**
 * Where values come from and where they go, from instruction to instruction: over the operand stack and its branches, from a
 * call into the callee's parameters and from its `RETURN_VALUE` back, and from stores to loads. All from what the verifier
 * proved; in a function that it does not know there is nothing to say.
 *
 * Law: A is among the uses of B exactly when B is among the sources of A (as long as no bound below is met).
 */

/** An instruction in some file of a program. */
export interface CodePlace extends InstructionPlace {
  readonly module: Module;
}

/** More places than these are not gathered for one question: who gets so many does not read them. */
const MAXIMUM_PLACES = 1_000;

/** Stack slots that are looked at, all instructions together: a deep stack under a long main must not take seconds. */
const MAXIMUM_SLOTS_SEEN = 2_000_000;

/**
 * The instructions that made the values which an instruction takes from the stack, the deepest first; of a call also what
 * ends the callee. For a load: what stores the variable, and for a parameter the arguments of the calls.
 */
export function sourcesOf(analysis: Analysis, place: CodePlace): CodePlace[] {
  const found = new Places();
  if (isLoad(place)) {
    const name = variableOf(place);
    if (name !== undefined) addAll(found, [...storesOf(name, () => [analysis]), ...argumentsFor(analysis, name)]);
    return found.list();
  }
  const { fromTop } = stackBefore(analysis, place) ?? NO_STACK;
  for (let depth = Math.min(poppedCount(place), fromTop.length) - 1; depth >= 0; depth--) {
    addAll(found, makersOf(place, fromTop[depth]));
  }
  return found.list();
}

const NO_STACK: Pick<AbstractStack, 'fromTop'> = { fromTop: [] };

/** The instructions of a function that made a value on its stack; of a call also what ends the callee. */
function* makersOf({ module, scope }: CodePlace, { producers }: AbstractValue): Iterable<CodePlace> {
  for (const producer of producers) {
    const made = placeOf(module, scope, producer);
    if (made === undefined) continue;
    yield made;
    yield* returnsOf(made);
  }
}

/**
 * The instructions that may take a value which an instruction pushes; where that is a call, also the loads of the parameter
 * that gets it. For a store: the loads of the variable; for what ends a function: what takes the results of its calls.
 */
export function usesOf(analysis: Analysis, place: CodePlace, programs: Programs): CodePlace[] {
  const found = new Places();
  if (isStore(place)) {
    const name = variableOf(place);
    if (name !== undefined) addAll(found, loadsOf(name, programs));
    return found.list();
  }
  addAll(found, takersOf(analysis, place));
  if (place.instruction.flow === 'return') addAll(found, takersOfResult(analysis, place, programs));
  return found.list();
}

/** The instructions of the same function that made what an instruction takes from the stack, the deepest value first. */
export function producersOf(analysis: Analysis, place: CodePlace): CodePlace[] {
  const found = new Places();
  const { fromTop } = stackBefore(analysis, place) ?? NO_STACK;
  for (let depth = Math.min(poppedCount(place), fromTop.length) - 1; depth >= 0; depth--) {
    for (const producer of fromTop[depth].producers) {
      const made = placeOf(place.module, place.scope, producer);
      if (made !== undefined) found.add(made);
    }
  }
  return found.list();
}

/** The instructions of the same function that may take what an instruction pushes, without what lies behind a call. */
export function consumersOf(analysis: Analysis, place: CodePlace): CodePlace[] {
  const found = new Places();
  for (const { taker } of takersInFunction(analysis, place)) found.add(taker);
  return found.list();
}

/** How many values an instruction takes from the stack. */
export function poppedCount(place: CodePlace): number {
  return stackEffect(place.instruction, 'next', countOf(place)).pops;
}

/** What the count operand of an instruction says; 0 where it has none. */
export function countOf({ module: { tree }, instruction, statement }: CodePlace): number {
  const token = tree.statementHeads[statement] + 1 + instruction.countOperand;
  if (instruction.countOperand < 0 || token >= tree.statementEnds[statement]) return 0;
  const text = tokenText(tree, token);
  return isIntLiteral(text) && !text.startsWith('-') ? Number(intLiteralValue(text)) : 0;
}

/** The instruction of a scope at an index; `undefined` behind the last one. */
export function placeOf(module: Module, scope: number, index: number): CodePlace | undefined {
  const statement = module.scopes[scope].instructions[index];
  const instruction = statement === undefined ? undefined : instructionOf(module.tree.statementCodes[statement]);
  return instruction && { module, instruction, statement, scope, index };
}

/** What takes a value from the stack, and beyond a call the loads of the parameter that it becomes. */
function* takersOf(analysis: Analysis, place: CodePlace): Iterable<CodePlace> {
  for (const { taker, depth } of takersInFunction(analysis, place)) {
    yield taker;
    const parameter = parameterAt(taker, depth);
    if (parameter !== undefined) yield* loadsOf(parameter, () => [analysis]);
  }
}

function* takersInFunction(analysis: Analysis, place: CodePlace): Iterable<{ taker: CodePlace; depth: number }> {
  const { module, scope, index } = place;
  const facts = verifiedFacts(analysis, module, scope);
  if (facts === undefined || !pushesSomething(place)) return;
  const { instructions } = module.scopes[scope];
  let slotsSeen = 0;
  for (let at = 0; at < instructions.length && slotsSeen < MAXIMUM_SLOTS_SEEN; at++) {
    const taker = placeOf(module, scope, at);
    const count = taker === undefined || isLoad(taker) ? 0 : poppedCount(taker);
    if (taker === undefined || count === 0) continue;
    const { fromTop } = facts.stackBefore(at) ?? NO_STACK;
    slotsSeen += fromTop.length + 1;
    for (let depth = Math.min(count, fromTop.length) - 1; depth >= 0; depth--) {
      if (fromTop[depth].producers.includes(index)) yield { taker, depth };
    }
  }
}

function pushesSomething({ instruction: { picture } }: CodePlace): boolean {
  return picture.next.pushes.words.length > 0 || picture.jump.pushes.words.length > 0;
}

/** What takes the results of the calls of the function that a place is in. */
function* takersOfResult(analysis: Analysis, { module, scope }: CodePlace, programs: Programs): Iterable<CodePlace> {
  const { symbol } = module.scopes[scope];
  if (symbol < 0) return;
  for (const program of programsWith(module, analysis, programs)) {
    for (const call of callsOf(programName(module, symbol), program)) {
      if (call.instruction.code === Op.CALL_FUNC && !isGenerator(module, scope)) yield* takersOf(program, call);
    }
  }
}

/** What ends the function that an instruction calls, giving its result; nothing for a generator, which runs later. */
function returnsOf(call: CodePlace): CodePlace[] {
  const callee = call.instruction.code === Op.CALL_FUNC ? calleeOf(call) : undefined;
  if (callee === undefined) return [];
  const scope = callee.module.symbols[callee.symbol].ownScope;
  if (scope < 0 || isGenerator(callee.module, scope)) return [];
  return instructionsOf(callee.module, scope).filter(({ instruction }) => instruction.flow === 'return');
}

export function isGenerator(module: Module, scope: number): boolean {
  const { statementCodes } = module.tree;
  return module.scopes[scope].instructions.some(statement => statementCodes[statement] === Op.YIELD);
}

function instructionsOf(module: Module, scope: number): CodePlace[] {
  const { instructions } = module.scopes[scope];
  return Array.from(instructions, (_, index) => placeOf(module, scope, index)).filter(place => place !== undefined);
}

/** The function of the program that a call names. */
function calleeOf({ module, statement }: CodePlace): ProgramName | undefined {
  const name = nameOfToken(module, module.tree.statementHeads[statement] + 1);
  return name?.kind === 'function' ? name : undefined;
}

function* callsOf(name: ProgramName, program: Analysis): Iterable<CodePlace> {
  for (const { module, token, role } of occurrencesOf(name, () => [program])) {
    const call = role === Role.Call ? placeOfToken(module, token) : undefined;
    if (call !== undefined && CALLS_BY_NAME.has(call.instruction.code)) yield call;
  }
}

const CALLS_BY_NAME: ReadonlySet<number> = new Set([Op.CALL_FUNC, Op.TAIL_CALL_FUNC]);

/** What makes the arguments that become a parameter. */
function* argumentsFor(analysis: Analysis, parameter: ProgramName): Iterable<CodePlace> {
  if (parameter.kind !== 'parameter') return;
  const { module } = parameter;
  const { symbol } = module.scopes[module.symbols[parameter.symbol].scope];
  if (symbol < 0) return;
  for (const call of callsOf(programName(module, symbol), analysis)) {
    const { fromTop } = stackBefore(analysis, call) ?? NO_STACK;
    const count = countOf(call);
    for (let depth = Math.min(count, fromTop.length) - 1; depth >= 0; depth--) {
      if (parameterAt(call, depth)?.symbol !== parameter.symbol) continue;
      yield* makersOf(call, fromTop[depth]);
    }
  }
}

/** The parameter that the value at a depth becomes by a call of a function of the program. */
export function parameterAt(call: CodePlace, depth: number): ProgramName | undefined {
  const callee = CALLS_BY_NAME.has(call.instruction.code) ? calleeOf(call) : undefined;
  const scope = callee?.module.scopes[callee.module.symbols[callee.symbol].ownScope];
  if (callee === undefined || scope === undefined) return undefined;
  const count = countOf(call);
  const name = parameterName(scope, count - 1 - depth, count, argumentNames(call));
  const symbol = name === undefined ? undefined : scope.variables.get(name);
  return symbol === undefined ? undefined : programName(callee.module, symbol);
}

/** The parameter of a function that argument `position` of `count` becomes, the last ones being given by `names`. */
function parameterName(
  { parameters }: Pick<Scope, 'parameters'>,
  position: number,
  count: number,
  names: readonly string[],
): string | undefined {
  const byName = names[position - (count - names.length)];
  if (byName !== undefined) {
    const isOwn = parameters.some(each => each.name === byName && each.kind !== 'rest' && each.kind !== 'named');
    return isOwn ? byName : parameters.find(({ kind }) => kind === 'named')?.name;
  }
  const plain = parameters.filter(({ kind }) => kind === 'plain');
  return (plain[position] ?? parameters.find(({ kind }) => kind === 'rest'))?.name;
}

/** The names behind the count of a call. */
function argumentNames({ module: { tree }, instruction, statement }: CodePlace): string[] {
  const names: string[] = [];
  const first = tree.statementHeads[statement] + 2 + instruction.countOperand;
  for (let token = first; token < tree.statementEnds[statement]; token++) names.push(tokenName(tree, token));
  return names;
}

/** The variable that an instruction loads or stores. */
export function variableOf({ module, statement }: CodePlace): ProgramName | undefined {
  const token = module.tree.statementHeads[statement] + 1;
  return token < module.tree.statementEnds[statement] ? nameOfToken(module, token) : undefined;
}

export function storesOf(name: ProgramName, programs: Programs): CodePlace[] {
  return instructionsAt(occurrencesOf(name, programs), Role.Write).filter(isStore);
}

function loadsOf(name: ProgramName, programs: Programs): CodePlace[] {
  return instructionsAt(occurrencesOf(name, programs), Role.Read).filter(isLoad);
}

function instructionsAt(occurrences: readonly Occurrence[], wanted: Role): CodePlace[] {
  return occurrences
    .filter(({ role }) => role === wanted)
    .map(({ module, token }) => placeOfToken(module, token))
    .filter(place => place !== undefined);
}

/** The instruction that a token belongs to. */
export function placeOfToken(module: Module, token: number): CodePlace | undefined {
  const place = instructionOfStatement(module, statementOfToken(module.tree, token));
  return place && { ...place, module };
}

export function isLoad({ instruction }: InstructionPlace): boolean {
  return LOADS.has(instruction.code);
}

function isStore({ instruction }: InstructionPlace): boolean {
  return STORES.has(instruction.code);
}

const LOADS: ReadonlySet<number> = new Set([Op.LOAD_VAR, Op.LOAD_LOCAL, Op.LOAD_GLOBAL]);
const STORES: ReadonlySet<number> = new Set([Op.STORE_VAR, Op.STORE_GLOBAL]);

/** The programs that a file is part of: the one that is asked about first. */
export function programsWith(module: Module, analysis: Analysis, programs: Programs): Analysis[] {
  const others = programs().filter(
    program => program.module.file !== analysis.module.file && program.modules.some(({ file }) => file === module.file),
  );
  return [analysis, ...others];
}

function addAll(places: Places, more: Iterable<CodePlace>): void {
  for (const place of more) if (!places.add(place)) return;
}

/** Places in the order in which they were found, each once. */
class Places {
  private readonly found = new Map<string, CodePlace>();

  /** Whether there is room for more. */
  add(place: CodePlace): boolean {
    const key = `${place.statement} ${place.module.file}`;
    if (!this.found.has(key)) this.found.set(key, place);
    return this.found.size < MAXIMUM_PLACES;
  }

  list(): CodePlace[] {
    return [...this.found.values()];
  }
}
