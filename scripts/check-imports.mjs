// Checks who imports whom against scripts/lib/import-table.mjs: npm run check:imports
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './lib/home.mjs';
import {
  IMPURE_CALLS,
  MAY_IMPORT,
  ONLY_IN,
  PURE,
  PURE_BUILTINS,
  PURE_EXCEPTIONS,
} from './lib/import-table.mjs';
import { importsOf } from './lib/imports.mjs';

const SKIPPED = new Set(['node_modules', 'dist', '.next', 'generated', '.turbo']);
const isTest = (file) => /\.(test|spec)\.tsx?$|\/testing(\/|\.ts)|\/test\//.test(file);
const problems = [];
const dependenciesIn = (folder) => {
  const manifest = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
};
/** Test tools are declared once, at the top; `server-only` is made by Next itself. */
const testTools = new Set([...dependenciesIn('.'), 'next-auth']);

for (const folder of ['packages', 'apps']) {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    if (entry.isDirectory()) checkPackage(join(folder, entry.name), entry.name);
  }
}
for (const problem of problems.sort()) console.error(problem);
console.log(
  problems.length === 0
    ? 'Imports: as the table says.'
    : `Imports: ${problems.length} that the table forbids.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;

function checkPackage(folder, name) {
  const declared = new Set([...dependenciesIn(folder), 'server-only']);
  for (const file of filesBelow(folder)) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const report = (line, what) => problems.push(`${file}:${line} ${what}`);
    for (const found of importsOf(text)) {
      const wrong = judge(found, { file, folder, name, declared, text });
      if (wrong) report(found.line, wrong);
    }
    if (PURE.includes(name) && !isTest(file) && !PURE_EXCEPTIONS.includes(file)) {
      text.split('\n').forEach((line, index) => {
        const bare = line.replace(/^\s*(\*|\/\/|\/\*).*/, '');
        if (IMPURE_CALLS.some((call) => call.test(bare)))
          report(index + 1, `${name} is pure: time, randomness and process are parameters`);
      });
    }
  }
}

/** What is wrong with one import, or null. */
function judge({ specifier, typeOnly }, { file, folder, name, declared, text }) {
  if (specifier.startsWith('.')) return name === 'e2e' ? null : judgeRelative(specifier, file, folder);
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) {
    const allowed = !PURE.includes(name) || isTest(file) || PURE_BUILTINS.includes(specifier);
    return allowed ? null : `${name} is pure and may not import ${specifier}`;
  }
  const parts = specifier.split('/');
  const library = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
  if (specifier.startsWith('@/')) return null;
  if (library.startsWith('@jalon/'))
    return judgeOwn(library.slice('@jalon/'.length), specifier, typeOnly, { file, name, text });
  const homes = ONLY_IN[library];
  if (homes && !homes.includes(name) && !isTest(file)) return `${library} belongs to ${homes.join(', ')}`;
  const known = declared.has(library) || (isTest(file) && testTools.has(library));
  return known ? null : `${library} is not in ${folder}/package.json`;
}

function judgeRelative(specifier, file, folder) {
  const target = join(dirname(file), specifier);
  const outside = relative(folder, target).startsWith('..');
  return outside ? `${specifier} leaves the package` : null;
}

function judgeOwn(target, specifier, typeOnly, { file, name, text }) {
  if (specifier.includes('/src/')) return `${specifier} reaches behind the package's exports`;
  if (target === name || isTest(file)) return null;
  if (!(MAY_IMPORT[name] ?? []).includes(target)) return `${name} may not import ${target}`;
  if (name === 'web' && target === 'api' && !typeOnly && !isServerFile(file, text)) {
    return 'only server files of web may import values of api; use `import type`';
  }
  return null;
}

/** Composition and route handlers run on the server only. */
function isServerFile(file, text) {
  if (/^['"]use client['"]/m.test(text)) return false;
  return (
    file.startsWith('apps/web/src/server/') ||
    /\/route\.ts$/.test(file) ||
    text.includes("import 'server-only'")
  );
}

function filesBelow(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(path);
    return /\.(ts|tsx|mts)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}
