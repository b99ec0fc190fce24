// Copies the files that libman.json lists from node_modules (after `npm ci`) to where LibMan would put them.
import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "..");
const { libraries } = JSON.parse(readFileSync(join(root, "libman.json"), "utf8"));

for (const { library, destination, files } of libraries) {
  const name = library.slice(0, library.lastIndexOf("@"));
  rmSync(join(root, destination), { recursive: true, force: true });
  for (const file of files) {
    const target = join(root, destination, file);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, "node_modules", name, file), target);
  }
}
