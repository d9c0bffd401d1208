'use strict';
// A page without https, as a computer serves it to phones, has no `navigator.clipboard`, and Flutter knows no other
// way to copy. This one is older, and works while a press is under way.
if (!navigator.clipboard) {
  const copy = (text) => {
    const element = document.createElement('span');
    element.textContent = text;
    element.style.cssText = 'position: fixed; top: 0; opacity: 0; white-space: pre; user-select: text; -webkit-user-select: text';
    document.body.append(element);
    const selection = getSelection();
    const before = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
    selection.selectAllChildren(element);
    // The text itself, where the browser would add how it looks.
    const put = (event) => {
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', put);
    const isCopied = document.execCommand('copy');
    document.removeEventListener('copy', put);
    selection.removeAllRanges();
    if (before) {
      selection.addRange(before);
    }
    element.remove();
    return isCopied;
  };
  const clipboard = {
    writeText: (text) => (copy(text) ? Promise.resolve() : Promise.reject(new Error('the browser copies nothing now'))),
    readText: () => Promise.reject(new Error('only a page with https may read the clipboard')),
  };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard });
}
