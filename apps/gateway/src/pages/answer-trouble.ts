import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServiceRoute } from '../routes/route-table';
import { ANSWERS, type Language, MESSAGES, type Trouble } from './messages';

export interface TroubleDetails {
  service?: string;
  route?: ServiceRoute | null;
  /** The person's own language, where the person is known. */
  locale?: string;
  /** Where the person can do something about it. */
  link?: string;
}

/** Says what is wrong: a page for a browser, JSON for a program. */
export function answerTrouble(
  request: IncomingMessage,
  response: ServerResponse,
  trouble: Trouble,
  details: TroubleDetails = {},
): void {
  const language = chooseLanguage(details.locale, request.headers['accept-language']);
  const { title, text } = describeTrouble(trouble, language, details);
  const { status, code } = ANSWERS[trouble];
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (!wantsPage(request)) {
    response.writeHead(status, { ...headers, 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { code, message: `${title}. ${text}` } }));
    return;
  }
  response.writeHead(status, {
    ...headers,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
  });
  response.end(renderPage({ language, title, text, link: details.link }));
}

/** True for a browser that shows what it gets. */
export function wantsPage(request: IncomingMessage): boolean {
  return (request.headers.accept ?? '').includes('text/html');
}

/** Title and text in one language, filled in. */
export function describeTrouble(
  trouble: Trouble,
  language: Language,
  { service = '', route }: TroubleDetails,
): { title: string; text: string } {
  const since = route?.engineAwaySince?.toLocaleString(language, { timeZone: 'UTC' }) ?? '';
  const values: Record<string, string> = {
    service,
    code: String(route?.exitCode ?? ''),
    since: `${since} UTC`,
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const { title, text } = MESSAGES[language][trouble];
  return { title: fill(title), text: fill(text) };
}

function chooseLanguage(locale: string | undefined, accepted: string | undefined): Language {
  const wanted = locale ?? accepted ?? '';
  return wanted.trim().toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

function renderPage(page: { language: Language; title: string; text: string; link?: string }): string {
  const { language, title, text, link } = page;
  const back = language === 'fr' ? 'Ouvrir le projet dans Jalon' : 'Open the project in Jalon';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Jalon</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.25rem; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${link ? `<p><a href="${escapeHtml(link)}">${back}</a></p>` : ''}
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
