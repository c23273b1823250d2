// Checks checkpoints and inclusion by @sigstore/verify: node check.js FOLDER…
const { createPublicKey } = require("node:crypto");
const { readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");

const inside = join(__dirname, "node_modules/@sigstore/verify/dist/tlog");
const { verifyCheckpoint } = require(join(inside, "checkpoint.js"));
const { verifyMerkleInclusion } = require(join(inside, "merkle.js"));

const refuses = check => { try { check(); return false; } catch (error) { return error.code === "TLOG_INCLUSION_PROOF_ERROR"; } };
const must = (holds, what) => { if (!holds) { console.error("npm: " + what); process.exit(1); } };

for (const folder of process.argv.slice(2)) {
  const [, name, mark] = readFileSync(join(folder, "key"), "utf8").trim().match(/^([^+]+)\+([0-9a-f]{8})\+/);
  const logs = [{ logID: Buffer.from(mark, "hex"), baseURL: name, publicKey: createPublicKey({ key: readFileSync(join(folder, "public.der")), format: "der", type: "spki" }) }];
  const envelope = readFileSync(join(folder, "checkpoint"), "utf8");
  const entryOf = (text, logIndex, hashes, body) =>
    ({ inclusionProof: { checkpoint: { envelope: text }, logIndex, hashes }, canonicalizedBody: body });
  const point = verifyCheckpoint(entryOf(envelope, 0, [], null), logs);
  must(refuses(() => verifyCheckpoint(entryOf(envelope.replace("\n" + point.logSize + "\n", "\n" + (point.logSize + 1n) + "\n"), 0, [], null), logs)),
    folder + ": an altered checkpoint passes");
  let proofs = 0;
  for (const file of readdirSync(folder).filter(one => one.endsWith(".tlog-proof"))) {
    const text = readFileSync(join(folder, file), "utf8");
    const [head] = text.split("\n\n");
    const lines = head.split("\n");
    const body = Buffer.from(lines.find(line => line.startsWith("extra ")).slice(6), "base64");
    const index = lines.findIndex(line => line.startsWith("index "));
    const entry = entryOf(text.slice(head.length + 2), lines[index].slice(6), lines.slice(index + 1).map(line => Buffer.from(line, "base64")), body);
    verifyMerkleInclusion(entry, verifyCheckpoint(entry, logs));
    body[body.length - 1] ^= 1;
    must(refuses(() => verifyMerkleInclusion(entry, point)), file + ": an altered entry passes");
    proofs++;
  }
  console.log(`npm @sigstore/verify: ${point.logSize} entries, ${proofs} proofs`);
}
