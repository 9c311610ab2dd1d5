// What is pressed before the page's own script has come, on a slow phone between two parts of the page. static/early.js
// goes through it.
globalThis.pressed = [];
globalThis.onclick = ({ target }) => globalThis.pressed.push(target);
