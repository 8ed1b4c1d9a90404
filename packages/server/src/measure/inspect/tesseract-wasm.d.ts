/** The package has types, but its `exports` does not name them. What is used here: */
declare module "tesseract-wasm" {
  export interface TextItem {
    text: string;
    /** 0 to 1. */
    confidence: number;
  }
  export interface OCREngine {
    loadModel(model: Uint8Array): void;
    loadImage(image: { width: number; height: number; data: Uint8ClampedArray }): void;
    setVariable(name: string, value: string): void;
    getTextBoxes(unit: "line" | "word"): TextItem[];
    clearImage(): void;
  }
  export function createOCREngine(options: { wasmBinary: Uint8Array }): Promise<OCREngine>;
}
