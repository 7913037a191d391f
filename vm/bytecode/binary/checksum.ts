/**
 * The CRC-32 of bytes, with the polynomial and bit order of ISO 3309 (as in gzip and PNG): it finds every burst of up to 32
 * wrong bits. It guards against damage, not against intent.
 */
export function checksum(bytes: Uint8Array): number {
  table ??= tableOfBytes();
  let remainder = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) remainder = table[(remainder ^ bytes[at]) & 0xff] ^ (remainder >>> 8);
  return (remainder ^ 0xffffffff) >>> 0;
}

const POLYNOMIAL = 0xedb88320;
/** The remainders of single bytes. Made when it is first needed. */
let table: Int32Array | undefined;

function tableOfBytes(): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? POLYNOMIAL ^ (remainder >>> 1) : remainder >>> 1;
    return remainder;
  });
}
