/**
 * What a C2PA manifest claims (https://c2pa.org, version 2.1): who made it, and the digital source types of its actions. Read, not
 * verified: signatures, hashes and trust lists are not checked, so it may only be held against a picture, never for it. Manifests stand
 * in JUMBF boxes: JPEG's APP11 segments, PNG's `caBX` chunk, WebP's `C2PA` chunk; manifests kept elsewhere are not looked up.
 */

export interface ContentClaim {
  /** Tool that wrote the claim. */
  generator: string | undefined;
  /** Values of `digitalSourceType`, such as `http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia`. */
  sources: string[];
}

/** Undefined without a manifest. */
export function contentClaim(bytes: Buffer): ContentClaim | undefined {
  const boxes = manifestIn(bytes);
  if (!boxes?.includes("c2pa")) return undefined;
  const sources = [...valuesOf(boxes, "digitalSourceType")];
  const [generator] = [...valuesOf(boxes, "claim_generator"), ...valuesOf(boxes, "claim_generator_info", "name")];
  return { generator: generator?.slice(0, 200), sources };
}

function manifestIn(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 16) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return fromJpeg(bytes);
  if (bytes.toString("latin1", 1, 4) === "PNG") return fromChunks(bytes, 8, "caBX", false);
  if (bytes.toString("latin1", 8, 12) === "WEBP") return fromChunks(bytes, 12, "C2PA", true);
  return undefined;
}

/** APP11 segments up to the picture's data, each without its header of 8 bytes (common identifier, box number, sequence). */
function fromJpeg(bytes: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!;
    if (marker === 0xda || marker === 0xd9) break;
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2) break;
    // After the first one, length and type of the box are repeated: 8 bytes more.
    if (marker === 0xeb) parts.push(bytes.subarray(at + (parts.length === 0 ? 12 : 20), at + 2 + length));
    at += 2 + length;
  }
  return parts.length > 0 ? Buffer.concat(parts) : undefined;
}

function fromChunks(bytes: Buffer, start: number, name: string, little: boolean): Buffer | undefined {
  for (let at = start; at + 8 <= bytes.length; ) {
    const [sizeAt, nameAt] = little ? [at + 4, at] : [at, at + 4];
    const size = little ? bytes.readUInt32LE(sizeAt) : bytes.readUInt32BE(sizeAt);
    if (bytes.toString("latin1", nameAt, nameAt + 4) === name) return bytes.subarray(at + 8, at + 8 + size);
    // PNG: a checksum follows; WebP: sizes are made even.
    at += 8 + size + (little ? size & 1 : 4);
  }
  return undefined;
}

/** Texts that stand behind a key in CBOR; with `inner`, behind the first such key within the next 500 bytes. At most 20. */
function* valuesOf(boxes: Buffer, key: string, inner?: string): Generator<string> {
  let found = 0;
  for (let at = boxes.indexOf(key); at >= 0 && found < 20; at = boxes.indexOf(key, at + 1)) {
    // The key's own header says how long it is, so that a longer key of the same beginning is not taken for it.
    if (!endsAsText(boxes, at, key)) continue;
    let value = at + key.length;
    if (inner !== undefined) {
      const within = boxes.subarray(value, value + 500).indexOf(inner);
      if (within < 0) continue;
      value += within + inner.length;
    }
    const text = textAt(boxes, value);
    if (text === undefined) continue;
    found++;
    yield text;
  }
}

const endsAsText = (boxes: Buffer, at: number, key: string) =>
  key.length < 24 ? boxes[at - 1] === 0x60 + key.length : boxes[at - 2] === 0x78 && boxes[at - 1] === key.length;

/** A CBOR text string (RFC 8949, major type 3), or undefined. */
function textAt(boxes: Buffer, at: number): string | undefined {
  const head = boxes[at];
  if (head === undefined || head >> 5 !== 3) return undefined;
  const short = head & 31;
  if (short < 24) return boxes.toString("utf8", at + 1, at + 1 + short);
  if (short === 24 && at + 1 < boxes.length) return boxes.toString("utf8", at + 2, at + 2 + boxes[at + 1]!);
  if (short === 25 && at + 2 < boxes.length) return boxes.toString("utf8", at + 3, at + 3 + boxes.readUInt16BE(at + 1));
  return undefined;
}
