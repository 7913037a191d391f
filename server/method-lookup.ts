import { Op, tokenName, type Analysis, type Module } from '../vm/index.ts';
import { ClassHierarchy, classMade, type ClassPlace } from './class-hierarchy.ts';
import { methodOfClass, type MethodPlace } from './method-names.ts';
import { classOfSelf, objectOf } from './self-class.ts';
import { stackBefore } from './function-facts.ts';
import { allMakersOf } from './value-makers.ts';
import { countOf, type CodePlace } from './value-flow.ts';

/**
 * Which methods of the program an instruction that names a member means, where the class of its object can be told; `undefined`
 * where not, or where no class of the program defines the member: then it is known by its name alone.
 *
 * It can be told of `self`, which is of its class or any that derives from it, of what was made by calling a class, and of
 * classes themselves, also where they went through variables. (An attribute of the instance that hides the method is not seen.)
 */
export function methodsMeant(analysis: Analysis, place: CodePlace): readonly MethodPlace[] | undefined {
  const receivers = receiversOf(analysis, place);
  const hierarchy = ClassHierarchy.of(analysis);
  if (receivers === undefined || (receivers.haveSubtypes && !hierarchy.isWhole)) return undefined;
  const { classes, haveSubtypes, isSuper } = receivers;
  const all = haveSubtypes ? classes.flatMap(each => hierarchy.withSubtypes(each)) : classes;
  // Behind a class that is one of several bases may stand any of the others.
  if (isSuper && all.some(each => hierarchy.supertypes(each).length > 1)) return undefined;
  return found(
    isSuper ? classes.map(each => inherited(hierarchy, each, nameOf(place))) : lookUp(hierarchy, all, place),
  );
}

/** The same without the forms of classes that derive from that of `self`: what one finds who reads the class. */
export function methodsRead(analysis: Analysis, place: CodePlace): readonly MethodPlace[] | undefined {
  const receivers = receiversOf(analysis, place);
  if (receivers?.isSuper !== false) return methodsMeant(analysis, place);
  return found(lookUp(ClassHierarchy.of(analysis), receivers.classes, place)) ?? methodsMeant(analysis, place);
}

interface Receivers {
  readonly classes: readonly ClassPlace[];
  /** Whether the object may be of a class that derives from these. */
  readonly haveSubtypes: boolean;
  /** Whether the member is looked for behind the class. */
  readonly isSuper: boolean;
}

function receiversOf(analysis: Analysis, place: CodePlace): Receivers | undefined {
  const { module, scope } = place;
  if (place.instruction.code === Op.LOAD_SUPER) {
    const around = classAround(module, scope);
    return around < 0 ? undefined : { classes: [{ module, scope: around }], haveSubtypes: true, isSuper: true };
  }
  const object = objectOf(analysis, place);
  if (object === undefined) return undefined;
  const own = classOfSelf(module, scope, object);
  if (own >= 0) return { classes: [{ module, scope: own }], haveSubtypes: true, isSuper: false };
  const makers = allMakersOf(analysis, place, object) ?? [];
  const classes = makers.map(maker => classOf(analysis, maker));
  const isKnown = classes.length > 0 && classes.every(each => each !== undefined);
  return isKnown ? { classes: classes.flat(), haveSubtypes: false, isSuper: false } : undefined;
}

/** The scope of the class whose method a scope is, or is nested in; -1 where there is none. */
function classAround({ scopes }: Module, scope: number): number {
  for (let at = scope; at >= 0; at = scopes[at].parent) if (scopes[at].kind === 'class') return at;
  return -1;
}

/** The classes that a made object may be, or be an instance of. */
function classOf(analysis: Analysis, maker: CodePlace): ClassPlace[] | undefined {
  if (maker.instruction.code === Op.MAKE_CLASS) return listed(classMade(maker));
  if (maker.instruction.code !== Op.CALL) return undefined;
  const callee = stackBefore(analysis, maker)?.fromTop[countOf(maker)];
  const classes = callee && allMakersOf(analysis, maker, callee)?.map(each => madeClass(each));
  return classes?.every(each => each !== undefined) === true ? classes : undefined;
}

function madeClass(maker: CodePlace): ClassPlace | undefined {
  return maker.instruction.code === Op.MAKE_CLASS ? classMade(maker) : undefined;
}

function listed(place: ClassPlace | undefined): ClassPlace[] | undefined {
  return place && [place];
}

function lookUp(hierarchy: ClassHierarchy, classes: readonly ClassPlace[], place: CodePlace) {
  const name = nameOf(place);
  return classes.map(each => {
    const own = methodOfClass(each, name);
    return own === undefined ? inherited(hierarchy, each, name) : [own];
  });
}

/** The forms that the bases of a class give it: of several bases each that has one; `undefined` where a base is not known. */
function inherited(
  hierarchy: ClassHierarchy,
  place: ClassPlace,
  name: string,
  seen = new Set<ClassPlace>(),
): MethodPlace[] | undefined {
  if (hierarchy.hasUnknownBase(place)) return undefined;
  const methods: MethodPlace[] = [];
  for (const base of hierarchy.supertypes(place)) {
    if (seen.has(base)) continue;
    seen.add(base);
    const own = methodOfClass(base, name);
    const forms = own === undefined ? inherited(hierarchy, base, name, seen) : [own];
    if (forms === undefined) return undefined;
    methods.push(...forms);
  }
  return methods;
}

function found(forms: readonly (readonly MethodPlace[] | undefined)[]): readonly MethodPlace[] | undefined {
  const methods: MethodPlace[] = [];
  for (const each of forms) {
    if (each === undefined) return undefined;
    methods.push(...each);
  }
  return methods.length === 0 ? undefined : methods;
}

function nameOf({ module: { tree }, statement }: CodePlace): string {
  return tokenName(tree, tree.statementHeads[statement] + 1);
}
