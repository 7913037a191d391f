import type { Location, Position } from 'vscode-languageserver';
import { Op, statementOfToken, tokenName, type Analysis, type Module } from '../../vm/index.ts';
import { ClassHierarchy, type ClassPlace } from '../class-hierarchy.ts';
import { instructionOfStatement, wordAt } from '../cursor.ts';
import { locationOfToken } from '../locations.ts';
import { memberNameOf, methodAt, methodOfClass, methodsNamed, type MethodPlace } from '../method-names.ts';
import { nameOfToken } from '../program-names.ts';
import { classOfSelf, objectOf } from '../self-class.ts';
import type { Snapshot } from '../snapshot.ts';

/**
 * What a name may mean when the program runs: of a method its own form in every class that derives from its class, of a method
 * that is called on an object the forms in all classes, of a class all that derive from it.
 */
export function implementation(snapshot: Snapshot, position: Position): Location[] | null {
  const { analysis, positions } = snapshot;
  const { module } = analysis;
  const token = wordAt(module.tree, positions.toPlace(module.tree, position));
  const found =
    token < 0 ? [] : (methodForms(analysis, token) ?? classForms(analysis, token) ?? functionForm(module, token));
  if (found.length === 0) return null;
  return found.map(({ module: home, token: at }) => locationOfToken(snapshot, home, at));
}

interface TokenPlace {
  readonly module: Module;
  readonly token: number;
}

function methodForms(analysis: Analysis, token: number): TokenPlace[] | undefined {
  const name = memberNameOf(analysis.module, token);
  if (name === undefined) return undefined;
  const holder = classNamed(analysis, token);
  const methods =
    holder === undefined
      ? methodsNamed(analysis, name)
      : ClassHierarchy.of(analysis)
          .withSubtypes(holder)
          .map(place => methodOfClass(place, name))
          .filter(method => method !== undefined);
  return methods.map(tokenOfMethod);
}

/** The class that a method name surely belongs to: the one around it, or that of `self`. */
function classNamed(analysis: Analysis, token: number): ClassPlace | undefined {
  const { module } = analysis;
  const method = methodAt(module, token);
  if (method !== undefined) return { module, scope: method.classScope };
  const place = instructionOfStatement(module, statementOfToken(module.tree, token));
  // What `super` finds stands in a class behind this one.
  if (place === undefined || place.instruction.code === Op.LOAD_SUPER) return undefined;
  const object = objectOf(analysis, { ...place, module });
  const scope = object === undefined ? -1 : classOfSelf(module, place.scope, object);
  return scope < 0 || !definesMember({ module, scope }, tokenName(module.tree, token)) ? undefined : { module, scope };
}

/** A method that the class of `self` does not define comes from its bases: then it may be any of that name. */
function definesMember(place: ClassPlace, name: string): boolean {
  return methodOfClass(place, name) !== undefined;
}

function tokenOfMethod({ module, scope }: MethodPlace): TokenPlace {
  return { module, token: module.symbols[module.scopes[scope].symbol].definition };
}

function classForms(analysis: Analysis, token: number): TokenPlace[] | undefined {
  const name = nameOfToken(analysis.module, token);
  if (name?.kind !== 'class') return undefined;
  const scope = name.module.symbols[name.symbol].ownScope;
  return ClassHierarchy.of(analysis)
    .withSubtypes({ module: name.module, scope })
    .slice(1)
    .map(({ module, scope: derived }) => ({ module, token: module.symbols[module.scopes[derived].symbol].definition }));
}

function functionForm(module: Module, token: number): TokenPlace[] {
  const name = nameOfToken(module, token);
  if (name?.kind !== 'function') return [];
  const { definition } = name.module.symbols[name.symbol];
  return definition < 0 ? [] : [{ module: name.module, token: definition }];
}
