/**
 * Numbers in [0, 1) that look random and are the same for the same seed, so that a figure does not change when it is read again.
 * @see Marsaglia, G. (2003), Xorshift RNGs, Journal of Statistical Software 8 (14): here with 32 bits
 */
export function random(seed: number): () => number {
  let state = (seed | 0) ^ 0x9e3779b9 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}
