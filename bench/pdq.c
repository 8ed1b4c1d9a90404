/* The peer: PDQ as Meta's reference computes it (facebook/ThreatExchange, pdq/cpp), from a JPEG file, in plain C on libjpeg.
 * Decodes at full size, and takes the nearest pixels to 512 x 512 where both sides are larger, as the reference does; luma as floats; two passes of a box filter each way; 64 x 64; DCT; median; 256 bits.
 * Usage: pdq FILE ROUNDS; prints the hash and the CPU milliseconds of one round. Built and run by pictures.ts where there is a compiler. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
/* After stdio.h, which it needs. */
#include <jpeglib.h>

static double cpu_ms(void) {
  struct rusage u;
  getrusage(RUSAGE_SELF, &u);
  return (u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1e3 + (u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e3;
}

static unsigned char *decode(const char *name, int *width, int *height) {
  FILE *file = fopen(name, "rb");
  if (!file) exit(1);
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&jpeg);
  jpeg_stdio_src(&jpeg, file);
  jpeg_read_header(&jpeg, TRUE);
  jpeg.out_color_space = JCS_RGB;
  jpeg_start_decompress(&jpeg);
  *width = jpeg.output_width;
  *height = jpeg.output_height;
  unsigned char *pixels = malloc((size_t)*width * *height * 3);
  while (jpeg.output_scanline < jpeg.output_height) {
    JSAMPROW row = pixels + (size_t)jpeg.output_scanline * *width * 3;
    jpeg_read_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_decompress(&jpeg);
  jpeg_destroy_decompress(&jpeg);
  fclose(file);
  return pixels;
}

static void box(const float *in, float *out, int n, int stride, int window) {
  int half = (window + 2) / 2, l = 0, r = 0, o = 0, count = 0;
  float sum = 0;
  for (int i = 0; i < half - 1; i++, r += stride) sum += in[r], count++;
  for (int i = 0; i < window - half + 1; i++, r += stride, o += stride) sum += in[r], count++, out[o] = sum / count;
  for (int i = 0; i < n - window; i++, l += stride, r += stride, o += stride) sum += in[r] - in[l], out[o] = sum / count;
  for (int i = 0; i < half - 1; i++, l += stride, o += stride) sum -= in[l], count--, out[o] = sum / count;
}

static int by_value(const void *a, const void *b) {
  float x = *(const float *)a, y = *(const float *)b;
  return x < y ? -1 : x > y;
}

static void pdq(const char *name, char *hex) {
  int w, h;
  unsigned char *rgb = decode(name, &w, &h);
  if (w > 512 && h > 512) {
    unsigned char *square = malloc(512 * 512 * 3);
    for (int y = 0; y < 512; y++)
      for (int x = 0; x < 512; x++)
        memcpy(square + 3 * (512 * y + x), rgb + 3 * ((size_t)(y * (long)h / 512) * w + x * (long)w / 512), 3);
    free(rgb);
    rgb = square;
    w = h = 512;
  }
  float *luma = malloc(sizeof(float) * w * h), *other = malloc(sizeof(float) * w * h);
  for (int i = 0; i < w * h; i++) luma[i] = 0.299f * rgb[3 * i] + 0.587f * rgb[3 * i + 1] + 0.114f * rgb[3 * i + 2];
  int rows = (w + 127) / 128, columns = (h + 127) / 128;
  for (int pass = 0; pass < 2; pass++) {
    for (int y = 0; y < h; y++) box(luma + (size_t)y * w, other + (size_t)y * w, w, 1, rows);
    for (int x = 0; x < w; x++) box(other + x, luma + x, h, w, columns);
  }
  float small[64][64], half[16][64], spectrum[256], sorted[256];
  for (int i = 0; i < 64; i++)
    for (int j = 0; j < 64; j++) small[i][j] = luma[(int)((i + 0.5) * h / 64) * w + (int)((j + 0.5) * w / 64)];
  static float dct[16][64];
  for (int i = 0; i < 16; i++)
    for (int j = 0; j < 64; j++) dct[i][j] = sqrt(2.0 / 64) * cos(M_PI / 128 * (i + 1) * (2 * j + 1));
  for (int i = 0; i < 16; i++)
    for (int j = 0; j < 64; j++) {
      half[i][j] = 0;
      for (int k = 0; k < 64; k++) half[i][j] += dct[i][k] * small[k][j];
    }
  for (int i = 0; i < 16; i++)
    for (int j = 0; j < 16; j++) {
      float sum = 0;
      for (int k = 0; k < 64; k++) sum += half[i][k] * dct[j][k];
      spectrum[16 * i + j] = sum;
    }
  memcpy(sorted, spectrum, sizeof sorted);
  qsort(sorted, 256, sizeof(float), by_value);
  for (int at = 252, to = 0; at >= 0; at -= 4, to++) {
    int digit = 0;
    for (int bit = 0; bit < 4; bit++) digit |= (spectrum[at + bit] > sorted[127]) << bit;
    hex[to] = "0123456789abcdef"[digit];
  }
  hex[64] = 0;
  free(rgb), free(luma), free(other);
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  int rounds = atoi(argv[2]);
  char hex[65];
  pdq(argv[1], hex);
  double from = cpu_ms();
  for (int i = 0; i < rounds; i++) pdq(argv[1], hex);
  printf("%s %.3f\n", hex, (cpu_ms() - from) / rounds);
  return 0;
}
