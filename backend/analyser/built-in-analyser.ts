import type { AnalyzeOptions } from '../../shared/bulk.ts';
import type { GarmentKind } from '../../shared/garments.ts';
import type { Suggested, Source, Suggestion } from '../../shared/suggestion.ts';
import type { PackageCode } from '../../shared/vocabulary.ts';
import type { Analyser, Analysis, ItemPhoto } from '../suggest/analyser.ts';

import { findBrand, type BrandGuess } from './brands.ts';
import { categoryThreshold, honest, onlyLabels } from './calibration.ts';
import { openClassifier, type GarmentClassifier, type KindScore } from './classifier.ts';
import { coloursOf, type ColourGuess } from './colours.ts';
import { compositionText, findComposition, materialsOf, type Composition } from './composition.ts';
import { kindPaths } from './kind-paths.ts';
import { findAudience } from './label-audience.ts';
import { openLabelReader, type LabelReader, type PhotoText } from './label-reader.ts';
import { findSize, type SizeGuess } from './label-size.ts';
import { readPixels, scaled, type Pixels } from './photo-pixels.ts';
import { wordingOf } from './wording.ts';

export type BuiltInOptions = {
  /** Processor threads a network may use. */
  threads?: number;
};

type Networks = { classifier: GarmentClassifier; reader: LabelReader };
type SeenPhoto = { pixels: Pixels; text: PhotoText };

/**
 * The analyser that needs no key and no network: kind and colours from the garment, brand, size and composition from
 * printed text (vision.md). What the photos do not show stays open; price and condition always do.
 */
export async function createBuiltInAnalyser({ threads = 1 }: BuiltInOptions = {}): Promise<Analyser> {
  const classifier = await openClassifier(threads);
  const reader = await openLabelReader(threads);
  return {
    kind: 'built-in',
    provider: null,
    analyse: (photos, options, signal) => analyse({ classifier, reader }, photos, options, signal),
    async close() {
      await reader.close();
      await classifier.close();
    },
  };
}

async function analyse(
  networks: Networks,
  photos: readonly ItemPhoto[],
  options: AnalyzeOptions,
  signal: AbortSignal,
): Promise<Analysis> {
  const seen: SeenPhoto[] = [];
  for (const { bytes } of photos) {
    signal.throwIfAborted();
    const pixels = await readPixels(bytes);
    seen.push({ pixels, text: await networks.reader.read(pixels, signal) });
  }
  return {
    suggestion: suggestionOf(await findingsOf(networks.classifier, seen), options),
    usage: { inputTokens: 0, outputTokens: 0, cost: 0 },
    kinds: seen.map(({ text }) => text.kind),
  };
}

type Findings = {
  scores: KindScore[];
  colours: ColourGuess;
  brand: BrandGuess | null;
  size: SizeGuess | null;
  composition: Composition | null;
  audience: Suggestion['audience'];
};

/** Enough to know a garment; the rest of twenty photos are details. */
const mostViews = 5;
const colourSide = 112;

async function findingsOf(classifier: GarmentClassifier, seen: readonly SeenPhoto[]): Promise<Findings> {
  const garments = seen.filter(({ text }) => text.kind === 'garment').slice(0, mostViews);
  const labels = seen.filter(({ text }) => text.kind === 'label');
  const labelLines = labels.flatMap(({ text }) => text.lines);
  const garmentLines = garments.flatMap(({ text }) => text.lines);
  const texts = labelLines.map(({ text }) => text);
  const first = garments[0];
  return {
    scores: first
      ? await classifier.classify(pixelsOf(garments))
      : doubted(await classifier.classify(pixelsOf(labels.slice(0, 1)))),
    colours: first ? await coloursIn(first.pixels) : { colors: [], confidence: 0 },
    brand: findBrand(labelLines, true) ?? findBrand(garmentLines, false),
    size: findSize(texts),
    composition: findComposition(texts),
    audience: open(findAudience(texts), 'ocr'),
  };
}

const pixelsOf = (photos: readonly SeenPhoto[]): Pixels[] => photos.map(({ pixels }) => pixels);

const doubted = (scores: readonly KindScore[]): KindScore[] =>
  scores.map(({ kind, probability }) => ({ kind, probability: probability * onlyLabels }));

async function coloursIn(pixels: Pixels): Promise<ColourGuess> {
  const ratio = colourSide / Math.max(pixels.width, pixels.height);
  const side = (length: number): number => Math.max(8, Math.round(length * ratio));
  return coloursOf(await scaled(pixels, side(pixels.width), side(pixels.height)));
}

/** A found value with its source, or an open field. */
function open<T>(found: { value: T; confidence: number } | null, source: Source): Suggested<T> {
  return found
    ? { value: found.value, confidence: round(found.confidence), source }
    : { value: null, confidence: 0, source: 'none' };
}

const round = (confidence: number): number => Math.round(confidence * 1_000) / 1_000;
const nothing = { value: null, confidence: 0, source: 'none' } as const;

function suggestionOf(findings: Findings, options: AnalyzeOptions): Suggestion {
  const { scores, colours, brand, size, composition } = findings;
  const best = scores[0];
  const sureness = best ? honest(best.probability) : 0;
  const kind = best && (options.bestGuess || sureness >= categoryThreshold) ? best.kind : null;
  return {
    ...textFields(findings, kind, sureness, options),
    audience: findings.audience,
    category: open(kind ? { value: kindPaths[kind], confidence: sureness } : null, 'classifier'),
    categoryAlternatives: scores
      .slice(0, 3)
      .map((score) => ({ path: kindPaths[score.kind], confidence: round(honest(score.probability)) })),
    brand: open(brand && { value: brand.name, confidence: brand.confidence }, 'ocr'),
    size: open(size && { value: size.size, confidence: size.confidence }, 'ocr'),
    condition: nothing,
    colors: open(colours.colors.length > 0 ? { value: colours.colors, confidence: colours.confidence } : null, 'rule'),
    materials: materialsField(composition),
    composition: open(
      composition && { value: compositionText(composition), confidence: composition.confidence },
      'ocr',
    ),
    price: nothing,
    package: open(kind ? { value: packageFor(kind), confidence: 0.5 } : null, 'rule'),
  };
}

/** No text is surer than the least sure thing it says. */
function textFields(
  { colours, brand, size, composition }: Findings,
  kind: GarmentKind | null,
  sureness: number,
  { language }: AnalyzeOptions,
): Pick<Suggestion, 'title' | 'description'> {
  const parts = composition?.parts.map(({ fibre, percent }) => ({ percent, fibre: fibre.name })) ?? [];
  const facts = {
    kind,
    colors: colours.colors,
    brand: brand?.name ?? null,
    size: size?.size ?? null,
    composition: parts,
  };
  const { title, description } = wordingOf(facts, language);
  const said = [brand, size, colours.colors.length > 0 ? colours : null].flatMap((found) => found?.confidence ?? []);
  return {
    title: open(title === null ? null : { value: title, confidence: Math.min(sureness, ...said) }, 'rule'),
    description: open(
      description === null ? null : { value: description, confidence: Math.min(composition?.confidence ?? 1, ...said) },
      'rule',
    ),
  };
}

function materialsField(composition: Composition | null): Suggestion['materials'] {
  const materials = composition ? materialsOf(composition) : [];
  return open(
    composition && materials.length > 0 ? { value: materials, confidence: composition.confidence } : null,
    'ocr',
  );
}

const packageFor = (kind: GarmentKind): PackageCode => (kind === 'shoes' || kind === 'outwear' ? 'medium' : 'small');
