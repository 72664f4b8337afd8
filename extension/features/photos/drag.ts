export type Place = { into: string; before: string | null };

/** A photo of the board on its way to another place. */
export type Drag = {
  start: (id: string) => void;
  over: (place: string | null) => void;
  drop: (place: Place | 'new item') => void;
  active: () => boolean;
};

/** Only our own photos: files are for the drop zone. */
export function acceptDrag(event: DragEvent, drag: Drag, place: string): void {
  if (!drag.active()) return;
  event.preventDefault();
  event.stopPropagation();
  drag.over(place);
}

export function takeDrop(event: DragEvent, drop: () => void): void {
  if (event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  event.stopPropagation();
  drop();
}
