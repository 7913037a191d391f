export { encodeProgram } from './encode.ts';
export { decodeProgram, describeDecodeError } from './decode.ts';
export type { DecodeError } from './malformed.ts';
export { declaredNames } from './declared-names.ts';
