import type { Language } from '../hosts.ts';

/** Pages that stand in for the one that was asked for, at its own address (site.md §8.5). */
const page = (title: string, body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

export const plainPage = (title: string): string => page(title, `<h1>${title}</h1>`);

export const dataDomePage = (): string =>
  page(
    'vinted',
    '<p>Vérification que vous n&#39;êtes pas un robot. Are you a human?</p>' +
      '<iframe title="DataDome CAPTCHA" width="400" height="300" src="https://geo.captcha-delivery.com/captcha/?initialCid=sandbox"></iframe>',
  );

export const cloudflarePage = (): string =>
  page(
    'Just a moment...',
    '<div id="cf-error-details" class="cf-error-details"><h1>Access denied</h1><p>Error code 1020</p></div>' +
      '<div id="challenge-platform"></div>',
  );

export const maintenancePage = (): string =>
  page('Vinted', '<h1>Vinted</h1><p>Nous sommes en maintenance. Nous revenons très vite ! We will be back soon.</p>');

const wrong: Record<Language, [string, string]> = {
  fr: ["Désolé, une erreur s'est produite.", 'Essaie de rafraîchir la page.'],
  en: ['Sorry, something went wrong', 'Try refreshing the page.'],
  de: ['Entschuldigung, etwas ist schiefgelaufen', 'Versuche, die Seite neu zu laden.'],
};

export const somethingWrongPage = (language: Language): string =>
  page('Vinted', `<h1>${wrong[language][0]}</h1><p>${wrong[language][1]}</p>`);
