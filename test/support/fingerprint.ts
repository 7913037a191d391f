import { Float, HeapObject, ListObject, type Machine, type Value } from '../../vm/index.ts';

/**
 * Everything that a machine's program could ever see of its state, as text: frames, variables, unfinished operations, and every
 * object that can be reached with all that is in it, objects by their numbers. Two states with the same text go on alike.
 */
export function fingerprint(machine: Machine): string {
  const lines: string[] = [];
  const objects: HeapObject[] = [];
  const seen = new Set<HeapObject>();
  const show = (value: unknown): string => showValue(value, object => note(object));
  const note = (object: HeapObject): string => {
    if (!seen.has(object)) {
      seen.add(object);
      objects.push(object);
    }
    return `#${object.allocation}`;
  };
  for (let index = 0; index < machine.frameCount; index++) {
    const { function: code, at, locals, cells, stack } = machine.frame(index);
    lines.push(`frame ${code} at ${at} ${show(locals)} ${show(cells)} ${show(stack)}`);
  }
  machine.roots((value, kind, frame, slot) => lines.push(`${kind} ${frame} ${slot} ${show(value)}`));
  for (let next = 0; next < objects.length; next++) {
    const object = objects[next];
    lines.push(`#${object.allocation} ${object.typeName} ${contentOf(object, show)}`);
  }
  const { instructions, heap } = machine.statistics();
  lines.push(JSON.stringify({ instructions, heap, position: machine.host.position, hasEnded: machine.hasEnded }));
  return lines.join('\n');
}

/** What is in an object. How a list holds its items is its own affair. */
function contentOf(object: HeapObject, show: (value: unknown) => string): string {
  if (object instanceof ListObject) return show(object.values());
  const references: string[] = [];
  object.trace(value => references.push(show(value)));
  return `${references.join(' ')} ${show(object.save())}`;
}

/** Any host value of an object's saved state; functions and frames by their names alone. */
function showValue(value: unknown, note: (object: HeapObject) => string): string {
  const show = (each: unknown): string => showValue(each, note);
  if (value instanceof HeapObject) return note(value);
  if (value instanceof Float) return `float ${Object.is(value.value, -0) ? '-0' : value.value}`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return value.name;
  if (value === null || typeof value !== 'object') return JSON.stringify(value as Value) ?? 'unbound';
  if (Array.isArray(value)) return `[${Array.from(value as unknown[], show).join()}]`;
  if (value instanceof Map) return `{${Array.from(value, ([key, each]) => `${show(key)}:${show(each)}`).join()}}`;
  if (value instanceof Set) return `{${Array.from(value, show).join()}}`;
  const fields = value.constructor.name === 'Frame' ? [] : Object.entries(value);
  return `${value.constructor.name}{${fields.map(([name, each]) => `${name}:${show(each)}`).join()}}`;
}
