import { readFileSync } from "node:fs";
import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";

const config = { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator }] };
for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const content = readFileSync(path, "utf8");
  const { messages } = await lintSource({
    source: { filePath: path, content, ext: path.slice(path.lastIndexOf(".")), contentType: "text" },
    options: { config, maskSecrets: true },
  });
  for (const message of messages) {
    console.log(`${path}:${message.loc.start.line} ${message.message}`);
  }
}
