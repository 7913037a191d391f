import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const pages = ['README.md', 'CHANGELOG.md', ...markdownIn('docs'), ...markdownIn('docs/decisions')];

describe('links between pages lead somewhere', () => {
  test.each(pages)('%s', page => {
    const text = readFileSync(path.join(ROOT, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link).filter(link => !link.includes('://'));
    expect(links.filter(link => !leadsSomewhere(page, text, link))).toEqual([]);
  });
});

function leadsSomewhere(page: string, text: string, link: string): boolean {
  const [file, anchor] = link.split('#');
  const target = file === '' ? page : path.join(path.dirname(page), file);
  if (!existsSync(path.join(ROOT, target))) return false;
  return (
    anchor === undefined || anchors(file === '' ? text : readFileSync(path.join(ROOT, target), 'utf8')).has(anchor)
  );
}

/** The anchors of a page's headings, as GitHub and VS Code make them. */
function anchors(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
  return new Set(
    headings.map(heading =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

function markdownIn(directory: string): string[] {
  const folder = path.join(ROOT, directory);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(name => name.endsWith('.md'))
    .map(name => `${directory}/${name}`);
}
