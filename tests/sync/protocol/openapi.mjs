// Validates the OpenAPI document, its examples against their schemas, and what this project asks of every endpoint.
// Usage: node openapi.mjs DOCUMENT
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const file = process.argv[2];
if (!existsSync(join(here, "node_modules"))) {
  console.error(`The validator is not installed: run  npm ci --prefix ${here}  (tests/run.sh does it).`);
  process.exit(1);
}
const { default: SwaggerParser } = await import("@apidevtools/swagger-parser");
const { default: Ajv } = await import("ajv/dist/2020.js");

const faults = [];
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });

function checkExamples(where, content) {
  for (const [mediaType, body] of Object.entries(content ?? {})) {
    if (mediaType !== "application/json" && !mediaType.endsWith("+json")) continue;
    if (body.example === undefined) {
      faults.push(`${where}: no example`);
      continue;
    }
    const valid = ajv.compile(body.schema);
    if (!valid(body.example)) faults.push(`${where}: the example is not of its schema: ${ajv.errorsText(valid.errors)}`);
  }
}

function checkOperation(where, operation, path) {
  if (!operation.operationId) faults.push(`${where}: no operationId`);
  if (!operation.summary) faults.push(`${where}: no summary`);
  checkExamples(`${where} request`, operation.requestBody?.content);
  const named = new Set((operation.parameters ?? []).filter((p) => p.in === "path").map((p) => p.name));
  for (const [, name] of path.matchAll(/\{(\w+)\}/g))
    if (!named.has(name)) faults.push(`${where}: path parameter ${name} is not described`);
  const open = operation.security && operation.security.length === 0;
  if (!open && !operation.responses["401"]) faults.push(`${where}: needs a token but describes no 401`);
  for (const [status, response] of Object.entries(operation.responses)) {
    checkExamples(`${where} ${status}`, response.content);
    if (Number(status) < 400) continue;
    const error = response.content?.["application/json"]?.schema;
    if (!error?.required?.includes("code")) faults.push(`${where} ${status}: carries no Error`);
  }
}

/// What the server itself sends: signed, and with nothing to answer but a status.
function checkWebhook(name, operation) {
  if (!operation.operationId) faults.push(`webhook ${name}: no operationId`);
  if (!operation.summary) faults.push(`webhook ${name}: no summary`);
  const headers = new Set((operation.parameters ?? []).filter((p) => p.in === "header" && p.required).map((p) => p.name));
  for (const header of ["webhook-id", "webhook-timestamp", "webhook-signature"])
    if (!headers.has(header)) faults.push(`webhook ${name}: header ${header} is not described`);
  for (const parameter of operation.parameters ?? []) {
    const valid = ajv.compile(parameter.schema);
    if (!valid(parameter.example)) faults.push(`webhook ${name}: the example of ${parameter.name} is not of its schema`);
  }
  const content = operation.requestBody?.content ?? {};
  if (!content["application/cloudevents+json"]) faults.push(`webhook ${name}: no CloudEvent`);
  checkExamples(`webhook ${name}`, content);
  const told = content["application/cloudevents+json"]?.example;
  if (told?.type !== name) faults.push(`webhook ${name}: the example is of ${told?.type}`);
}

try {
  const api = await SwaggerParser.validate(file);
  if (!api.openapi.startsWith("3.1")) faults.push(`OpenAPI 3.1 expected, ${api.openapi} found`);
  let operations = 0;
  for (const [path, item] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (!["get", "put", "post", "patch", "delete", "head"].includes(method)) continue;
      ++operations;
      checkOperation(`${method.toUpperCase()} ${path}`, operation, path);
    }
  }
  if (operations === 0) faults.push("no operation found");
  const webhooks = Object.entries(api.webhooks ?? {});
  for (const [name, item] of webhooks) checkWebhook(name, item.post);
  if (webhooks.length === 0) faults.push("no webhook found");
  console.log(`${operations} operations and ${webhooks.length} webhooks read, ${faults.length} faults`);
} catch (error) {
  faults.push(String(error.message ?? error));
}
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
