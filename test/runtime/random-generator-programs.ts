/** Random Python programs of generators that set up handlers, drive each other, and are driven, thrown into and closed. */
import type { RandomValues } from '../values/random.ts';

/** CPython closes a generator that is dropped, which the machine does not: all are kept, and say nothing in the end. */
const HEADER = `
kept = []
quiet = []
def keep(generator):
    kept.append(generator)
    return generator
def say(*what):
    if not quiet: print(*what)
def fail(kind): raise kind('failed')
def drive(generator, actions):
    for action in actions:
        try:
            if action == 'throw': say('thrown', generator.throw(KeyError('thrown')))
            elif action == 'close': say('closed', generator.close())
            elif action == 'send': say('sent', generator.send('sent'))
            elif action == 'next': say('next', next(generator))
            elif action == 'default': say('default', next(generator, 'none'))
            elif action == 'for':
                for item in generator: say('for', item)
            elif action == 'break':
                for item in generator:
                    say('break', item)
                    break
        except BaseException as error:
            say(type(error).__name__, error.args)
`;

const FUNCTIONS = 6;
const DRIVERS = 12;
const ERRORS = ['KeyError', 'ValueError', 'StopIteration', 'RuntimeError', 'GeneratorExit', 'Exception'];
const ACTIONS = ['next', 'next', 'next', 'default', 'send', 'break', 'for', 'throw', 'close'];

/** Each function drives only those before it, so every program ends. */
export function programOfGenerators(random: RandomValues): string {
  const functions = Array.from({ length: FUNCTIONS }, (_, index) =>
    [`def g${index}(a):`, '    yield a', ...indented(block(random, index, 4)), ''].join('\n'),
  );
  const drivers = random.times(DRIVERS, () => {
    const actions = random.times(2 + random.below(12), () => `'${random.pick(ACTIONS)}'`);
    return `drive(keep(g${random.below(FUNCTIONS)}(${random.below(9)})), [${actions.join(', ')}])`;
  });
  return [HEADER, ...functions, ...drivers, 'quiet.append(True)', ''].join('\n');
}

function block(random: RandomValues, index: number, depth: number): string[] {
  return random.times(1 + random.below(3), () => statement(random, index, depth)).flat();
}

function statement(random: RandomValues, index: number, depth: number): string[] {
  const kind = random.below(depth > 0 ? 14 : 6);
  const other = index === 0 ? null : `keep(g${random.below(index)}(${random.below(9)}))`;
  switch (kind) {
    case 0:
    case 1:
      return [`yield ${random.below(9)}`];
    case 2:
      return [`got = yield 'want'`, `say('got', got)`];
    case 3:
      return [
        random.pick([
          `raise ${random.pick(ERRORS)}('raised')`,
          `fail(${random.pick(ERRORS)})`,
          'return a',
          "say('on')",
        ]),
      ];
    case 4:
      return other === null ? [`say(a)`] : [`say('result', (yield from ${other}))`];
    case 5:
      return other === null ? [`yield -1`] : [`for item in ${other}: yield item`];
    case 6:
    case 7:
    case 8: {
      const body = indented(block(random, index, depth - 1));
      const handler = indented(block(random, index, depth - 1));
      return ['try:', ...body, `except ${random.pick(ERRORS)} as error:`, '    say(type(error).__name__)', ...handler];
    }
    case 9:
    case 10: {
      const end = random.below(4) === 0 ? indented(block(random, index, 0)) : [];
      return ['try:', ...indented(block(random, index, depth - 1)), 'finally:', `    say('finally')`, ...end];
    }
    case 11:
      return [`for i in range(${random.below(3)}):`, ...indented(block(random, index, depth - 1))];
    case 12:
      return other === null
        ? [`yield a`]
        : [
            `inner = ${other}`,
            'while True:',
            '    try: item = next(inner)',
            '    except StopIteration as end:',
            '        say(end.value)',
            '        break',
            '    yield item',
          ];
    default:
      return other === null ? [`yield a`] : [`inner = ${other}`, `say(next(inner), next(inner, 'over'))`];
  }
}

function indented(lines: readonly string[]): string[] {
  return lines.map(line => `    ${line}`);
}
