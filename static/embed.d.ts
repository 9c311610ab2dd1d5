/** The types of `embed.js`: `<clientele-widget>` and the events that it dispatches. */

export type Length = 'full' | 'short';

export interface ReadyDetail {
  /** The language of the questions, such as `en-GB`. */
  language: string;
  /** How many questions the form has that is under way; before one is begun, the full one, whatever `length` says. */
  total: number;
}

export interface StartedDetail {
  length: Length;
  total: number;
}

export interface AnsweredDetail {
  /** The question's id, which stays the same when its words change. */
  question: string;
  /** Its place in the form, from 1. */
  number: number;
  /** The question in words. */
  title: string;
  /** The option's number, or null when the answer was taken back. */
  option: number | 'does-not-apply' | null;
  /** The option in words; empty when the answer was taken back. */
  text: string;
  /** How many questions of the form are answered. */
  answered: number;
  total: number;
  /** All answers so far as a share code. */
  code: string;
}

export interface ResultDetail {
  verdict: 'client' | 'customer' | 'two-track' | 'in-between' | 'too-few';
  /** The verdict in words. */
  title: string;
  /** From -100 (customer) to 100 (client); null with too few answers. */
  score: number | null;
  /** The answers as a share code: the widget's address with `#` and this code opens the result. */
  code: string;
  answered: number;
  total: number;
  length: Length;
}

export interface HeightDetail {
  /** The height of the content in CSS pixels, before the element's own limits. */
  height: number;
}

export interface ErrorDetail {
  /**
   * A file did not arrive, the questions are damaged, WebAssembly is unknown or forbidden, or the widget stopped by a
   * mistake of its own.
   */
  kind: 'load' | 'pack' | 'wasm' | 'panic';
}

export interface ClienteleEventMap {
  'clientele:ready': CustomEvent<ReadyDetail>;
  'clientele:started': CustomEvent<StartedDetail>;
  'clientele:answered': CustomEvent<AnsweredDetail>;
  'clientele:result': CustomEvent<ResultDetail>;
  'clientele:height': CustomEvent<HeightDetail>;
  'clientele:error': CustomEvent<ErrorDetail>;
}

export interface ClienteleWidgetElement extends HTMLElement {
  /** Begins the questionnaire anew; the answers that were given are forgotten. */
  restart(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'clientele-widget': ClienteleWidgetElement;
  }
  interface HTMLElementEventMap extends ClienteleEventMap {}
}
