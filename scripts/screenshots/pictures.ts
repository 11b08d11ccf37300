import type { Page } from '@playwright/test';

export interface Picture {
  /** In docs/pictures. */
  file: string;
  path: string;
  theme: 'light' | 'dark';
  locale: 'en' | 'fr';
  /** Brings the page to what is to be seen. */
  prepare?: (page: Page) => Promise<unknown>;
}

/** What the README shows: both chains, both themes, both languages. */
export const PICTURES: readonly Picture[] = [
  { file: 'portfolio.png', path: '/portfolio', theme: 'light', locale: 'en' },
  { file: 'use-case.png', path: '/use-cases/1', theme: 'light', locale: 'en' },
  {
    file: 'stack.png',
    path: '/projects/credit-scoring/stack',
    theme: 'dark',
    locale: 'en',
    prepare: (page) => page.getByText('python-model', { exact: true }).first().waitFor(),
  },
  {
    file: 'model.png',
    path: '/projects/credit-scoring/model',
    theme: 'light',
    locale: 'en',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Predict' }).click();
      await page
        .getByText('probabilityOfBad')
        .or(page.getByText(/Probability/))
        .first()
        .waitFor();
    },
  },
];
