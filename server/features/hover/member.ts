import {
  ANY_KIND,
  BUILT_IN_MEMBERS,
  KIND_BITS,
  Op,
  memberReference,
  tokenName,
  type AbstractValue,
  type Analysis,
} from '../../../vm/index.ts';
import { stackBefore } from '../../function-facts.ts';
import { codeBlock, inlineCode, paragraphs } from '../../markup.ts';
import { methodsRead } from '../../method-lookup.ts';
import { instructionsNamingMember, methodsNamed, type MethodPlace } from '../../method-names.ts';
import { programName } from '../../program-names.ts';
import { typesWithMember } from '../../built-in-members.ts';
import { objectOf } from '../../self-class.ts';
import { placeOfToken, type CodePlace } from '../../value-flow.ts';
import { kindsWord } from '../../value-text.ts';
import { hoverCallable, linesText } from './name.ts';

/** Of what a name may mean, as much is said. */
const SAID = 3;
/** Of a name that says less, as many uses are looked at; and so many stores for what they store. */
const MAXIMUM_USES_SEEN = 1_000;
const MAXIMUM_STORES_SEEN = 200;

/** The attribute or method that an instruction names: what it is where its object can be told, else what has that name. */
export function hoverMember(analysis: Analysis, token: number): string | undefined {
  const place = placeOfToken(analysis.module, token);
  if (place === undefined || !isMember(place, token)) return undefined;
  const name = tokenName(analysis.module.tree, token);
  const known = methodsRead(analysis, place);
  if (known !== undefined) return methodsText(analysis, known, '');
  const types = typesWithMember(objectOf(analysis, place), name);
  if (types.isKnown && types.names.length > 0) return typesText(types.names, name);
  const methods = methodsNamed(analysis, name);
  if (methods.length > 0) return methodsText(analysis, methods, BY_NAME);
  const uses = firstUses(analysis, name);
  if (uses.some(isStore)) return attributeText(analysis, name, uses);
  if (types.isKnown || types.names.length === 0) return undefined;
  return paragraphs([typesText(types.names, name), BY_NAME]);
}

const BY_NAME = 'Found by its name: the class of the object cannot be told.';

function isMember({ module, statement, instruction }: CodePlace, token: number): boolean {
  return token === module.tree.statementHeads[statement] + 1 && instruction.operands[0]?.kind === 'attribute';
}

function methodsText(analysis: Analysis, methods: readonly MethodPlace[], remark: string): string {
  const texts = methods.slice(0, SAID).map(({ module, scope }) => {
    const name = programName(module, module.scopes[scope].symbol);
    return name === undefined ? '' : hoverCallable(analysis, name);
  });
  const more = methods.length - texts.length;
  return paragraphs([...texts, more > 0 ? `${more} more classes have a method of that name.` : '', remark]);
}

function typesText(types: readonly string[], name: string): string {
  return paragraphs(types.slice(0, SAID).map(type => memberReference(type, BUILT_IN_MEMBERS[type][name])));
}

type MemberUse = CodePlace & { readonly token: number };

function firstUses(analysis: Analysis, name: string): MemberUse[] {
  const uses: MemberUse[] = [];
  for (const use of instructionsNamingMember(analysis, name)) {
    if (uses.length === MAXIMUM_USES_SEEN) break;
    uses.push(use);
  }
  return uses;
}

function attributeText(analysis: Analysis, name: string, uses: readonly MemberUse[]): string {
  const inFile = uses.filter(({ module }) => module.file === analysis.module.file);
  const stores = inFile.filter(isStore);
  const others = inFile.filter(each => !isStore(each));
  const isWhole = uses.length < MAXIMUM_USES_SEEN;
  const kinds = isWhole ? kindsStored(analysis, uses.filter(isStore)) : undefined;
  return paragraphs([
    codeBlock('text', `attribute ${name}`),
    [
      stores.length === 0 ? 'Not stored in this file.' : `Stored on ${linesText(stores)}.`,
      others.length === 0 ? 'Never read in this file.' : `Read on ${linesText(others)}.`,
      isWhole ? '' : 'There may be more.',
      kinds === undefined ? '' : `Holds ${inlineCode(kinds)}.`,
    ]
      .filter(part => part !== '')
      .join(' '),
  ]);
}

function isStore({ instruction }: CodePlace): boolean {
  return instruction.code === Op.STORE_ATTR;
}

/** The kinds of all that is stored under a name; `undefined` where one of them is not known. */
function kindsStored(analysis: Analysis, stores: readonly CodePlace[]): string | undefined {
  if (stores.length > MAXIMUM_STORES_SEEN) return undefined;
  let kinds = 0;
  for (const store of stores) kinds |= storedValue(analysis, store)?.kinds ?? ANY_KIND;
  // Another kind of object may be any of them.
  return (kinds & KIND_BITS.object) === 0 ? kindsWord({ kinds }) : undefined;
}

function storedValue(analysis: Analysis, store: CodePlace): AbstractValue | undefined {
  return stackBefore(analysis, store)?.fromTop[0];
}
