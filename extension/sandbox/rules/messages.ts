import type { Language } from '../hosts.ts';

/** What the server says about a refused field, in the site's words (site.md §3.5). */
const messages = {
  photos: {
    fr: 'Ajoute au moins une photo',
    en: 'Add at least one photo',
    de: 'Füge mindestens ein Foto hinzu',
  },
  luxuryPhotos: {
    fr: 'Ajoute des photos à cette annonce',
    en: 'Add photos to this listing',
    de: 'Füge dieser Anzeige Fotos hinzu',
  },
  catalog: {
    fr: 'Choisis une sous-catégorie',
    en: 'Choose a subcategory',
    de: 'Wähle eine Unterkategorie',
  },
  titleEmpty: {
    fr: 'Titre ne peut pas être vide',
    en: "Title can't be empty",
    de: 'Titel darf nicht leer sein',
  },
  titleLength: {
    fr: 'Titre est trop court. Il doit être compris entre 5 et 100 caractères.',
    en: 'Title must be between 5 and 100 characters.',
    de: 'Titel muss zwischen 5 und 100 Zeichen lang sein.',
  },
  titleSymbols: {
    fr: "Le titre contient trop de symboles d'affilée",
    en: 'The title contains too many symbols in a row',
    de: 'Der Titel enthält zu viele Symbole hintereinander',
  },
  descriptionEmpty: {
    fr: 'Description ne peut pas être vide',
    en: "Description can't be empty",
    de: 'Beschreibung darf nicht leer sein',
  },
  descriptionLength: {
    fr: 'Description est trop court. Il doit être compris entre 5 et 2000 caractères.',
    en: 'Description must be between 5 and 2000 characters.',
    de: 'Beschreibung muss zwischen 5 und 2000 Zeichen lang sein.',
  },
  brand: {
    fr: 'Le champ Marque doit être renseigné',
    en: 'Brand is required',
    de: 'Marke muss ausgefüllt sein',
  },
  size: {
    fr: 'Le champ Taille doit être renseigné',
    en: 'Size is required',
    de: 'Größe muss ausgefüllt sein',
  },
  color: {
    fr: 'Le champ Couleur doit être renseigné',
    en: 'Colour is required',
    de: 'Farbe muss ausgefüllt sein',
  },
  choose: {
    fr: 'Sélectionne une valeur pour continuer',
    en: 'Select a value to continue',
    de: 'Wähle einen Wert aus, um fortzufahren',
  },
  model: {
    fr: 'Sélectionne le modèle de ton article.',
    en: "Select your item's model.",
    de: 'Wähle das Modell deines Artikels aus.',
  },
  isbn: {
    fr: 'Numéro ISBN invalide. Vérifie à nouveau et réessaie',
    en: 'Invalid ISBN. Check it and try again',
    de: 'Ungültige ISBN. Prüfe sie und versuche es erneut',
  },
  price: {
    fr: 'Le champ prix doit être supérieur ou égal à 1.0',
    en: 'Price must be greater than or equal to 1.0',
    de: 'Preis muss größer oder gleich 1.0 sein',
  },
  priceTooHigh: {
    fr: 'Le prix est trop élevé',
    en: 'The price is too high',
    de: 'Der Preis ist zu hoch',
  },
  package: {
    fr: 'Sélectionne la taille de ton colis',
    en: 'Select your parcel size',
    de: 'Wähle die Paketgröße aus',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type MessageName = keyof typeof messages;
export const message = (name: MessageName, language: Language): string => messages[name][language];
