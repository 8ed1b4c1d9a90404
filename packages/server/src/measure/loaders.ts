/** Which of sharp's decoders exist in a process that opens pictures from outside. */
import sharp from "sharp";

/** Call once, before the first picture. SVG and the document formats of libvips hold a thread for seconds at a few kB. */
export function allowPictureFormats(): void {
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: [
      "VipsForeignLoadJpegBuffer",
      "VipsForeignLoadPngBuffer",
      "VipsForeignLoadWebpBuffer",
      "VipsForeignLoadNsgifBuffer",
      "VipsForeignLoadHeifBuffer",
    ],
  });
  sharp.cache(false);
  sharp.concurrency(1);
}
