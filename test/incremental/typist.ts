import type { Position, TextChange } from '../../vm/index.ts';
import { RandomValues } from '../values/random.ts';

/** Someone who types, deletes, pastes, renames and undoes in one text, without a plan but always the same way for the same seed. */
export class Typist {
  text: string;
  private readonly random: RandomValues;
  private readonly past: string[] = [];

  constructor(text: string, seed: string) {
    this.text = text;
    this.random = new RandomValues(seed);
  }

  /** The next edit, as changes each of which is made after those before it; `text` is what they lead to. */
  edit(): TextChange[] {
    const before = this.text;
    const isLong = before.length > MAXIMUM_LENGTH;
    const kind = isLong ? 3 : this.random.below(20);
    const changes = kind === 0 ? this.undo() : kind === 1 ? this.rename() : [this.change(kind)];
    if (kind !== 0) this.past.push(before);
    if (this.past.length > MAXIMUM_UNDOS) this.past.shift();
    return changes;
  }

  private change(kind: number): TextChange {
    const { random } = this;
    if (kind === 2) return this.replace(this.offset(), this.offset(), '');
    if (kind === 3) return this.replace(this.lineStart(), this.lineStart(), '');
    if (kind === 4) return this.replace(this.lineStart(), -1, `${random.pick(BLOCKS)}\n`);
    if (kind === 5) return this.replace(this.offset(), -1, random.pick(ODD_PIECES));
    if (kind <= 8) return this.replace(this.lineStart(), -1, `${random.pick(LINES)}\n`);
    if (kind === 9) return this.paste();
    if (kind <= 11) return this.replaceWord(random.pick(WORDS));
    if (kind === 12) return this.replaceWord(random.pick(this.words()));
    const at = this.offset();
    if (kind <= 15) return this.replace(at, at + random.below(3), '');
    return this.replace(at, -1, random.pick(CHARACTERS));
  }

  private paste(): TextChange {
    const [a, b] = [this.lineStart(), this.lineStart()].toSorted((x, y) => x - y);
    return this.replace(this.lineStart(), -1, this.text.slice(a, Math.min(b, a + 2_000)));
  }

  private replaceWord(word: string): TextChange {
    const at = this.offset();
    const start = at - (/\w*$/.exec(this.text.slice(0, at)) as RegExpExecArray)[0].length;
    const end = at + (/^\w*/.exec(this.text.slice(at)) as RegExpExecArray)[0].length;
    return this.replace(start, end, word);
  }

  private rename(): TextChange[] {
    const from = this.random.pick(this.words());
    const to = this.random.pick(this.random.below(2) === 0 ? WORDS : this.words());
    const changes: TextChange[] = [];
    if (from === '') return [this.replace(0, 0, '')];
    for (let at = this.text.length; at > 0 && changes.length < 12;) {
      at = this.text.lastIndexOf(from, at - 1);
      if (at < 0) break;
      changes.push(this.replace(at, at + from.length, to));
    }
    return changes;
  }

  private undo(): TextChange[] {
    const before = this.past.pop();
    if (before === undefined) return [this.replace(0, 0, '')];
    const { text } = this;
    let start = 0;
    while (start < Math.min(before.length, text.length) && before[start] === text[start]) start++;
    let end = 0;
    const most = Math.min(before.length, text.length) - start;
    while (end < most && before[before.length - 1 - end] === text[text.length - 1 - end]) end++;
    return [this.replace(start, text.length - end, before.slice(start, before.length - end))];
  }

  /** Replaces what is between two offsets, in either order; `to` may be -1 for `from`. */
  private replace(from: number, to: number, newText: string): TextChange {
    const start = Math.min(from, to < 0 ? from : to);
    const end = Math.min(this.text.length, Math.max(from, to));
    const first = isInLineEnd(this.text, start) ? start - 1 : start;
    const last = isInLineEnd(this.text, end) ? end + 1 : end;
    const change = { start: positionAt(this.text, first), end: positionAt(this.text, last), newText };
    this.text = this.text.slice(0, first) + newText + this.text.slice(last);
    return change;
  }

  private offset(): number {
    return this.random.below(this.text.length + 1);
  }

  private lineStart(): number {
    return startOfLine(this.text, this.offset());
  }

  private words(): string[] {
    return this.text.match(/[A-Za-z_]\w*/g) ?? WORDS;
  }
}

const MAXIMUM_LENGTH = 6_000;
const MAXIMUM_UNDOS = 30;

function isInLineEnd(text: string, at: number): boolean {
  return text[at - 1] === '\r' && text[at] === '\n';
}

/** Looked for from -1, `lastIndexOf` looks at the first unit all the same. */
function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

export function positionAt(text: string, offset: number): Position {
  const start = startOfLine(text, offset);
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) line++;
  return { line, column: offset - start };
}

const CHARACTERS = [...'abcfgnx019 \t\n.:,;"\'=*#_-', '\r\n', '\n', '\r', 'é', '😀', '\ufeff', '\ud83d'];
const WORDS = [
  'f',
  'g',
  'x',
  'y',
  'K',
  'LOAD_VAR',
  'STORE_VAR',
  'CALL_FUNC',
  'ADD',
  '.func',
  '.class',
  '.end',
  '1',
  'None',
];
const ODD_PIECES = [
  '.end\n',
  '.func g\n',
  '\n.func f a b=K *rest\n',
  '.class C\n',
  'l: .func h\n',
  '\nl:\n',
  '\r\n\r\n',
  ' ; 😀 \u2028 note\n',
  `${'NOP '.repeat(300)}`,
  '.import "library.bcasm"\n',
  '.import "other.bcasm"\n',
];
const LINES = [
  'LOAD_CONST 1',
  'LOAD_CONST K',
  'LOAD_CONST "a"',
  'LOAD_VAR x',
  'LOAD_VAR y',
  'LOAD_LOCAL x',
  'STORE_VAR x',
  'STORE_VAR y',
  'DELETE_VAR x',
  'STORE_GLOBAL y',
  'LOAD_GLOBAL x',
  '.global x',
  '.nonlocal x',
  'ADD',
  'POP_TOP',
  'JUMP l',
  'JUMP_IF_TRUE l',
  'l:',
  'm: NOP',
  'JUMP 2',
  'RETURN_VALUE',
  'HALT',
  'SETUP_TRY l',
  'POP_TRY',
  'RAISE',
  'CALL_FUNC f 0',
  'CALL_FUNC f 1',
  'CALL_FUNC g 1',
  'CALL_FUNC h 2 a',
  'CALL_FUNC len 1',
  'MAKE_FUNC f',
  'MAKE_FUNC g 1',
  'MAKE_CLASS C 0',
  'TAIL_CALL_FUNC g 0',
  'CALL_FUNC deep 0',
  'YIELD',
  'LOAD_SUPER m',
  'LOAD_CUNST 1',
  '.const K 1',
  '.const K2 K',
  '.const L "text"',
  'LOAD_CONST K2',
  'LOAD_CONST M',
  '; comment',
  '',
  '# 😀',
  '.name "n"',
  '.source "a.py"',
  '.line 3',
  'CALL_FUNC shared 1',
  'CALL_FUNC second 0',
  'LOAD_CONST SHARED',
  'DIV',
  'LOAD_CONST 0',
];
const BLOCKS = [
  '.func f\nLOAD_CONST 1\nRETURN_VALUE\n.end',
  '.func f a\nLOAD_VAR a\nLOAD_CONST K\nADD\nRETURN_VALUE\n.end',
  '; what g is\n.func g a b=1\nLOAD_VAR x\nCALL_FUNC f 0\nADD\nRETURN_VALUE\n.end',
  '.func g\nCALL_FUNC g 0\nRETURN_VALUE\n.end',
  '.func h a\nLOAD_CONST 1\nSTORE_VAR x\n.func in\n.nonlocal x\nLOAD_VAR x\nSTORE_VAR x\nLOAD_VAR a\nRETURN_VALUE\n.end\nCALL_FUNC in 0\nRETURN_VALUE\n.end',
  '.class C\n.func m self\nLOAD_SUPER m\nCALL 0\nRETURN_VALUE\n.end\n.end',
  '.class C\n.func __add__ self other\nLOAD_CONST 2\nSTORE_GLOBAL y\nLOAD_VAR self\nRETURN_VALUE\n.end\n.end',
  '.func deep\nl: LOAD_CONST 1\nJUMP l\n.end',
  '.func even n\nLOAD_VAR n\nJUMP_IF_FALSE l\nCALL_FUNC odd 0\nRETURN_VALUE\nl: LOAD_CONST True\nRETURN_VALUE\n.end',
  '.func odd\nLOAD_CONST 1\nCALL_FUNC even 1\nRETURN_VALUE\n.end',
];
