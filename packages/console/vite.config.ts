import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The built files are served by the server at `/`; `vite` alone proxies the API to a server started with `npm start`. */
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "dist",
    // The content security policy allows no `data:` scripts; pictures and fonts stay files, so that they are cached by hash.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
  },
  server: { proxy: { "/v1": "http://127.0.0.1:4600" } },
});
