import type { Parameter } from './program.ts';

/** The parameters of a function, made ready for many calls to be checked against them. */
export class Signature {
  readonly plainCount: number;
  /** Those without a default, which come first. */
  readonly requiredPlainCount: number;
  readonly hasRest: boolean;
  readonly takesAnyName: boolean;
  /** How many parameters can have a default, so what `MAKE_FUNC` may give at most. */
  readonly defaultableCount: number;
  private readonly parameters: readonly SignatureParameter[];
  /** Plain and keyword-only parameters by name: their places. */
  private readonly places = new Map<string, number>();
  private readonly requiredCount: number;

  constructor(parameters: readonly SignatureParameter[]) {
    this.parameters = parameters;
    this.hasRest = parameters.some(({ kind }) => kind === 'rest');
    this.takesAnyName = parameters.some(({ kind }) => kind === 'named');
    let plainCount = 0;
    let requiredPlainCount = 0;
    let requiredCount = 0;
    for (let place = 0; place < parameters.length; place++) {
      const { name, kind } = parameters[place];
      if (kind === 'plain' || kind === 'keyword-only') this.places.set(name, place);
      const required = isRequired(parameters[place]) ? 1 : 0;
      requiredCount += required;
      if (kind !== 'plain') continue;
      plainCount++;
      requiredPlainCount += required;
    }
    this.plainCount = plainCount;
    this.requiredPlainCount = requiredPlainCount;
    this.requiredCount = requiredCount;
    this.defaultableCount = this.places.size;
  }

  /**
   * Why a call of `callee` with `positionalCount` arguments by place and `names` by name does not fit; `undefined` when it may.
   * A parameter without a default may get one from `MAKE_FUNC`, but a call by the function's name does not see that.
   * Takes time in the number of names alone.
   */
  argumentProblem(callee: string, positionalCount: number, names: readonly string[]): string | undefined {
    if (positionalCount > this.plainCount && !this.hasRest) {
      const least = this.requiredPlainCount;
      const takes =
        least === this.plainCount ? argumentCount(least) : `from ${least} to ${argumentCount(this.plainCount)}`;
      return `\`${callee}\` takes ${takes} by place, found ${positionalCount}`;
    }
    let missingCount = this.requiredCount - Math.min(positionalCount, this.requiredPlainCount);
    if (missingCount === 0 && names.length === 0) return undefined;
    const given = new Set<string>();
    for (const name of names) {
      const place = this.places.get(name);
      if (place === undefined && !this.takesAnyName) return `\`${callee}\` has no parameter \`${name}\``;
      const isByPlace = place !== undefined && place < Math.min(positionalCount, this.plainCount);
      if (isByPlace || given.has(name)) return `\`${callee}\` gets two values for \`${name}\``;
      given.add(name);
      if (place !== undefined && isRequired(this.parameters[place])) missingCount--;
    }
    return missingCount === 0 ? undefined : this.missing(callee, positionalCount, given);
  }

  private missing(callee: string, positionalCount: number, given: ReadonlySet<string>): string {
    const missing = this.parameters.filter(
      (parameter, place) => isRequired(parameter) && place >= positionalCount && !given.has(parameter.name),
    );
    const shown = missing.slice(0, SHOWN_PARAMETERS).map(({ name }) => `\`${name}\``);
    if (missing.length > SHOWN_PARAMETERS) shown.push(`${missing.length - SHOWN_PARAMETERS} more`);
    const values = missing.length === 1 ? 'a value' : 'values';
    const found = argumentCount(positionalCount + given.size);
    return `\`${callee}\` needs ${values} for ${shown.join(', ')}, found ${found}`;
  }
}

export type SignatureParameter = Pick<Parameter, 'name' | 'kind'> & { readonly hasDefault: boolean };

/** The first name that stands twice; `undefined` when all differ. */
export function firstDuplicate(names: readonly string[]): number | undefined {
  if (names.length < 2) return undefined;
  const seen = new Set<string>();
  for (const [index, name] of names.entries()) {
    if (seen.has(name)) return index;
    seen.add(name);
  }
  return undefined;
}

/** More parameters than this are only counted in a message. */
const SHOWN_PARAMETERS = 8;

function isRequired({ kind, hasDefault }: SignatureParameter): boolean {
  return !hasDefault && (kind === 'plain' || kind === 'keyword-only');
}

function argumentCount(count: number): string {
  return count === 1 ? '1 argument' : `${count} arguments`;
}
