import { defaultSwitches } from '../switches.ts';
import type { Site } from './site.ts';

/** Values a switch can take, for the ones that are not numbers or yes/no. */
const choices: Record<string, readonly string[]> = {
  panelClosing: ['done-required', 'save-button', 'self-closing'],
  panelShape: ['drop-down', 'modal', 'floating', 'portal'],
  panelClass: ['plain', 'hashed'],
  decimalSign: ['point', 'comma'],
  pricePlace: ['always', 'after-category'],
  priceLost: ['never', 'cleared', 'shown-but-not-kept'],
  conditionRole: ['radio', 'button'],
  conditionPlace: ['after-size', 'before-size'],
  sizeGrid: ['grid', 'grid_chips'],
  afterPublish: ['member', 'item', 'verification-modal'],
  afterEdit: ['member', 'item'],
  newListing: ['direct', 'bounces-home'],
  packageSuggestion: ['at-once', 'late', 'none'],
  secondFactor: ['words', 'dialog'],
  sizeIn: ['root', 'attributes'],
  ownerButtons: ['alive', 'until-painted', 'never'],
};

function control(name: string, value: unknown): string {
  const options = choices[name]?.map((option) => `<option${option === value ? ' selected' : ''}>${option}</option>`);
  if (options) return `<select data-switch="${name}">${options.join('')}</select>`;
  if (typeof value === 'boolean') return `<input type="checkbox" data-switch="${name}"${value ? ' checked' : ''}>`;
  if (Array.isArray(value))
    return `<textarea data-switch="${name}" data-json rows="3" cols="40">${JSON.stringify(value)}</textarea>`;
  return `<input type="number" data-switch="${name}" value="${JSON.stringify(value) ?? ''}">`;
}

const script = `document.addEventListener('change', (event) => {
  const control = event.target, name = control.dataset.switch;
  const value = control.type === 'checkbox' ? control.checked : control.type === 'number' ? (control.value === '' ? null : Number(control.value))
    : 'json' in control.dataset ? JSON.parse(control.value) : control.value;
  void fetch('/__sandbox/switches', { method: 'POST', body: JSON.stringify({ [name]: value }) });
});`;

/** A plain page with every switch, for a person trying the product. */
export function controlPage(site: Site): string {
  const rows = Object.keys(defaultSwitches).map((name) => {
    const value = site.switches[name as keyof typeof defaultSwitches];
    return `<tr><td><label>${name}</label></td><td>${control(name, value)}</td></tr>`;
  });
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Sandbox switches</title>
<style>body{font:15px/1.5 system-ui;margin:2rem;max-width:52rem}td{padding:.2rem 1rem .2rem 0;vertical-align:top}</style>
<h1>Sandbox switches</h1><p><a href="/">site</a> · <a href="/items/new">new listing</a> · <a href="/__sandbox/state">state</a> ·
<a href="/__sandbox/log">requests</a> · <a href="/__sandbox/reset">start afresh</a></p>
<table>${rows.join('')}</table><script>${script}</script></html>`;
}
