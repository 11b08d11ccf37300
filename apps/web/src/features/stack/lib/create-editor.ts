import { yaml } from '@codemirror/lang-yaml';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import type { ErrorDetail } from '@jalon/contracts';
import { basicSetup, EditorView } from 'codemirror';
import { editorTheme } from './editor-theme';

export interface Editor {
  setText(text: string): void;
  setProblems(problems: readonly ErrorDetail[], warnings: readonly ErrorDetail[]): void;
  goTo(place: { line: number; column: number }): void;
  destroy(): void;
}

export interface EditorOptions {
  label: string;
  value: string;
  readOnly: boolean;
}

/** A YAML editor whose errors are given from outside. */
export function createEditor(
  parent: HTMLElement,
  options: EditorOptions,
  onChange: (text: string) => void,
): Editor {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.value,
      extensions: [
        basicSetup,
        yaml(),
        lintGutter(),
        editorTheme,
        // The page's Content-Security-Policy lets only styles with its nonce in.
        EditorView.cspNonce.of(pageNonce()),
        // The tab index says to assistive tools what the browser knows: what is typed into can be focused.
        EditorView.contentAttributes.of({ 'aria-label': options.label, tabindex: '0' }),
        EditorState.readOnly.of(options.readOnly),
        EditorState.tabSize.of(2),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText(text) {
      const current = view.state.doc.toString();
      if (text !== current) view.dispatch({ changes: { from: 0, to: current.length, insert: text } });
    },
    setProblems(problems, warnings) {
      const { doc } = view.state;
      const diagnostics = [
        ...problems.map((problem) => toDiagnostic(doc, problem, 'error')),
        ...warnings.map((warning) => toDiagnostic(doc, warning, 'warning')),
      ];
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo(place) {
      const position = positionOf(view.state.doc, place.line, place.column);
      view.dispatch({
        selection: { anchor: position },
        effects: EditorView.scrollIntoView(position, { y: 'center' }),
      });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

function toDiagnostic(doc: Text, detail: ErrorDetail, severity: Diagnostic['severity']): Diagnostic {
  const from = positionOf(doc, detail.line ?? 1, detail.column ?? 1);
  return { from, to: doc.lineAt(from).to, severity, message: detail.message };
}

/** A place of the file as it was checked, in the file as it is now: kept within it. */
function positionOf(doc: Text, line: number, column: number): number {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(found.from + Math.max(column - 1, 0), found.to);
}

function pageNonce(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
}
