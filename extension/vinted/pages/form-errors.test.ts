// @vitest-environment happy-dom
import { expect, it } from 'vitest';

import { show, sightOf } from '../testing/page-in-tests.ts';
import { formErrors } from './form-errors.ts';

const field = (id: string, below = '', attributes = ''): string =>
  `<div class="field"><label for="${id}">${id}</label><input id="${id}" name="${id}" ${attributes}>${below}</div>`;
const errorsIn = (html: string) => {
  show(document, `<main>${html}</main>`);
  return formErrors(sightOf(document));
};

it('finds none on a form that is right', () => expect(errorsIn(field('title') + field('price'))).toEqual([]));

it.each([
  ['a class', '<p class="web_ui__Text__error">Le titre ne peut pas être vide</p>'],
  ['a test id', '<p data-testid="title--error">Le titre ne peut pas être vide</p>'],
  ['a role', '<p role="alert">Le titre ne peut pas être vide</p>'],
  ['the input bar', '<p class="web_ui__InputBar__error">Le titre ne peut pas être vide</p>'],
])('tells a complaint by %s and gives it to the field it stands with', (_name, html) =>
  expect(errorsIn(field('title', html) + field('price'))).toEqual([
    { field: 'title', text: 'Le titre ne peut pas être vide' },
  ]),
);

it('reads what an invalid field refers to', () => {
  const html = `${field('price', '', 'aria-invalid="true" aria-describedby="why"')}<p id="why">Minimum 1.0</p>`;
  expect(errorsIn(html)).toEqual([{ field: 'price', text: 'Minimum 1.0' }]);
});

it('names a field that is marked wrong without words', () =>
  expect(errorsIn(field('color', '', 'aria-invalid="true"'))).toEqual([{ field: 'colors', text: '' }]));

it('says the same complaint once, however many ways it shows', () => {
  const message = '<div class="error"><p class="error-text" role="alert">Ajoute une couleur</p></div>';
  expect(errorsIn(field('color', message, 'aria-invalid="true"'))).toEqual([
    { field: 'colors', text: 'Ajoute une couleur' },
  ]);
});

it('gives a message between the fields to none of them', () =>
  expect(errorsIn(`${field('title')}${field('price')}<p role="alert">Une erreur s'est produite</p>`)).toEqual([
    { field: null, text: "Une erreur s'est produite" },
  ]));

it('leaves out what is not seen, empty, or a whole field with an error class', () =>
  expect(
    errorsIn(
      `<p role="alert" hidden>Vieux</p><p role="status"></p><div class="has-error">${field('title')} texte</div>`,
    ),
  ).toEqual([]));
