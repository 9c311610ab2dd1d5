// In the first page's head. What is pressed before the page's own script has come, on a slow phone between two parts of the
// page, is noted; static/early.js goes through it.
globalThis.pressed = [];
globalThis.onclick = ({ target }) => globalThis.pressed.push(target);
// The first frame is for the top of the page, and static/early.js shows the rest right behind it. In somebody's frame that
// nobody sees no frame comes, and a host would be told too small a height.
if (parent === globalThis) document.documentElement.dataset.top = '';
