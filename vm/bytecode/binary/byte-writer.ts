/** Bytes that grow at the end. */
export class ByteWriter {
  private bytes = new Uint8Array(INITIAL_BYTES);
  private length = 0;

  /** What has been written; a view that the next write may leave behind. */
  get written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
  }

  append(bytes: Uint8Array): void {
    if (this.length + bytes.length > this.bytes.length) this.grow(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** An int of 0 or more in LEB128: seven bits a byte, the lowest first, the eighth bit set where more follow. */
  varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.byte(rest);
  }

  /** The low bytes of an int, the lowest first. */
  littleEndian(value: bigint, byteCount: number): void {
    const digits = value.toString(16).padStart(2 * byteCount, '0');
    for (let at = digits.length - 2; at >= 0; at -= 2) this.byte(Number.parseInt(digits.slice(at, at + 2), 16));
  }

  /**
   * A string: the number of its bytes, then these, in WTF-8: UTF-8 in which a surrogate without its other half is written
   * like any other code point.
   */
  string(text: string): void {
    this.varint(byteLength(text));
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 0x80) {
        this.byte(unit);
        continue;
      }
      const codePoint = text.codePointAt(at) as number;
      if (codePoint < 0x800) {
        this.byte(0xc0 | (codePoint >> 6));
      } else {
        if (codePoint < 0x10000) {
          this.byte(0xe0 | (codePoint >> 12));
        } else {
          this.byte(0xf0 | (codePoint >> 18));
          this.byte(0x80 | ((codePoint >> 12) & 0x3f));
          at++;
        }
        this.byte(0x80 | ((codePoint >> 6) & 0x3f));
      }
      this.byte(0x80 | (codePoint & 0x3f));
    }
  }

  private grow(byteCount: number): void {
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + byteCount));
    larger.set(this.written);
    this.bytes = larger;
  }
}

const INITIAL_BYTES = 1024;

function byteLength(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    else if ((text.codePointAt(at) as number) < 0x10000) length += 3;
    else {
      length += 4;
      at++;
    }
  }
  return length;
}
