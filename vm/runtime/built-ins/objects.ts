import type { BuiltInName } from '../../isa/index.ts';
import { ClassObject, type NativeCode } from '../objects/index.ts';
import { isCallable } from '../operations/calls.ts';
import { onlyArgument, placedArguments } from './arguments.ts';
import { classOf } from '../types/registry.ts';

/** Built-ins about objects as such. */
export const objectBuiltIns = {
  callable: (_machine, given) => isCallable(onlyArgument('callable', given)),

  isinstance(_machine, given) {
    const [value, type] = placedArguments('isinstance', given, 2, 2);
    return type instanceof ClassObject && classOf(value).isSubclassOf(type);
  },
} satisfies { readonly [N in BuiltInName]?: NativeCode };
