/** Languages whose words for Vinted's own choices are known; the site itself is the last word. */
export type Language = 'en' | 'fr' | 'de' | 'es' | 'it' | 'nl' | 'pl' | 'pt';

/** Titles of conditions and colours: what a choice without an id is found by, and what a listing calls it (site.md §4). */
export type Titles = Readonly<Record<Language, string>>;

export const titles = (
  en: string,
  fr: string,
  de: string,
  es: string,
  it: string,
  nl: string,
  pl: string,
  pt: string,
): Titles => ({
  en,
  fr,
  de,
  es,
  it,
  nl,
  pl,
  pt,
});

/** Several titles of one language are split by `|`. */
export const conditionTitles: Readonly<Record<number, Titles>> = {
  6: titles(
    'New with tags',
    'Neuf avec étiquette',
    'Neu mit Etikett',
    'Nuevo con etiquetas',
    'Nuovo con cartellino',
    'Nieuw met prijskaartje',
    'Nowy z metką',
    'Novo com etiquetas',
  ),
  1: titles(
    'New without tags',
    'Neuf sans étiquette',
    'Neu ohne Etikett|Neu',
    'Nuevo sin etiquetas',
    'Nuovo senza cartellino',
    'Nieuw zonder prijskaartje',
    'Nowy bez metki',
    'Novo sem etiquetas',
  ),
  2: titles('Very good', 'Très bon état', 'Sehr gut', 'Muy bueno', 'Ottime', 'Heel goed', 'Bardzo dobry', 'Muito bom'),
  3: titles('Good', 'Bon état', 'Gut', 'Bueno', 'Buone', 'Goed', 'Dobry', 'Bom'),
  4: titles(
    'Satisfactory',
    'Satisfaisant',
    'Befriedigend|Zufriedenstellend',
    'Satisfactorio',
    'Discrete',
    'Redelijk',
    'Zadowalający',
    'Satisfatório',
  ),
  7: titles(
    'Not fully functional',
    'Certaines pièces ne fonctionnent pas',
    'Nicht voll funktionsfähig',
    'No funciona completamente',
    'Non completamente funzionante',
    'Niet volledig functioneel',
    'Nie w pełni sprawny',
    'Não totalmente funcional',
  ),
};

export const colorTitles: Readonly<Record<number, Titles>> = {
  1: titles('Black', 'Noir', 'Schwarz', 'Negro', 'Nero', 'Zwart', 'Czarny', 'Preto'),
  3: titles('Grey|Gray', 'Gris', 'Grau', 'Gris', 'Grigio', 'Grijs', 'Szary', 'Cinzento'),
  12: titles('White', 'Blanc', 'Weiß', 'Blanco', 'Bianco', 'Wit', 'Biały', 'Branco'),
  20: titles('Cream', 'Crème', 'Creme', 'Crema', 'Crema', 'Crème', 'Kremowy', 'Creme'),
  4: titles('Beige', 'Beige', 'Beige', 'Beige', 'Beige', 'Beige', 'Beżowy', 'Bege'),
  21: titles('Apricot', 'Abricot', 'Apricot', 'Albaricoque', 'Albicocca', 'Abrikoos', 'Morelowy', 'Alperce'),
  11: titles('Orange', 'Orange', 'Orange', 'Naranja', 'Arancione', 'Oranje', 'Pomarańczowy', 'Laranja'),
  22: titles('Coral', 'Corail', 'Koralle', 'Coral', 'Corallo', 'Koraal', 'Koralowy', 'Coral'),
  7: titles('Red', 'Rouge', 'Rot', 'Rojo', 'Rosso', 'Rood', 'Czerwony', 'Vermelho'),
  23: titles(
    'Burgundy',
    'Bordeaux',
    'Bordeauxrot|Burgunder|Bordeaux',
    'Burdeos',
    'Bordeaux',
    'Bordeaux',
    'Bordowy',
    'Bordeaux',
  ),
  5: titles('Pink', 'Fuchsia', 'Pink', 'Fucsia', 'Fucsia', 'Fuchsia', 'Fuksja', 'Fúcsia'),
  24: titles('Rose', 'Rose', 'Rosa', 'Rosa', 'Rosa', 'Roze', 'Różowy', 'Rosa'),
  6: titles('Purple', 'Violet', 'Lila', 'Violeta', 'Viola', 'Paars', 'Fioletowy', 'Roxo'),
  25: titles('Lilac', 'Lila', 'Flieder', 'Lila', 'Lilla', 'Lila', 'Liliowy', 'Lilás'),
  26: titles(
    'Light blue',
    'Bleu clair',
    'Hellblau',
    'Azul claro',
    'Celeste|Azzurro',
    'Lichtblauw',
    'Jasnoniebieski',
    'Azul-claro|Azul claro',
  ),
  9: titles('Blue', 'Bleu', 'Blau', 'Azul', 'Blu', 'Blauw', 'Niebieski', 'Azul'),
  27: titles(
    'Navy',
    'Marine',
    'Marineblau|Dunkelblau',
    'Azul marino',
    'Blu scuro|Blu navy',
    'Marineblauw',
    'Granatowy',
    'Azul-marinho|Azul marinho',
  ),
  17: titles('Turquoise', 'Turquoise', 'Türkis', 'Turquesa', 'Turchese', 'Turquoise', 'Turkusowy', 'Turquesa'),
  30: titles('Mint', 'Menthe', 'Mint', 'Menta', 'Menta', 'Mint', 'Miętowy', 'Menta'),
  10: titles('Green', 'Vert', 'Grün', 'Verde', 'Verde', 'Groen', 'Zielony', 'Verde'),
  28: titles(
    'Dark green',
    'Vert foncé',
    'Dunkelgrün',
    'Verde oscuro',
    'Verde scuro',
    'Donkergroen',
    'Ciemnozielony',
    'Verde-escuro|Verde escuro',
  ),
  16: titles('Khaki', 'Kaki', 'Khaki', 'Caqui', 'Kaki|Cachi', 'Kaki', 'Khaki', 'Caqui'),
  2: titles('Brown', 'Marron', 'Braun', 'Marrón', 'Marrone', 'Bruin', 'Brązowy', 'Castanho'),
  29: titles('Mustard', 'Moutarde', 'Senf', 'Mostaza', 'Senape', 'Mosterd', 'Musztardowy', 'Mostarda'),
  8: titles('Yellow', 'Jaune', 'Gelb', 'Amarillo', 'Giallo', 'Geel', 'Żółty', 'Amarelo'),
  13: titles('Silver', 'Argenté', 'Silber', 'Plateado', 'Argento', 'Zilver', 'Srebrny', 'Prateado'),
  14: titles('Gold', 'Doré', 'Gold', 'Dorado', 'Oro', 'Goud', 'Złoty', 'Dourado'),
  15: titles(
    'Multi|Multicolour|Multicolor|Various',
    'Multicolore',
    'Mehrfarbig|Bunt',
    'Multicolor|Varios',
    'Multicolore',
    'Meerkleurig|Multi',
    'Wielokolorowy',
    'Multicor|Várias',
  ),
  32: titles(
    'Clear|Transparent',
    'Transparence|Transparent',
    'Transparent|Klar',
    'Transparente',
    'Trasparente',
    'Transparant',
    'Przezroczysty',
    'Transparente',
  ),
};

/** The spellings of one choice in the page's own language; none for a language not listed. */
export function spellings(table: Readonly<Record<number, Titles>>, id: number, language: string): string[] {
  const own = table[id];
  return own && Object.hasOwn(own, language) ? own[language as Language].split('|') : [];
}
