'use strict';
// Flutter puts the label of what is around a text field on the group, and leaves the field itself without a name.
(() => {
  const unnamed = 'textarea[data-semantics-role]:not([aria-label])';

  function name(field) {
    const label = field.parentElement?.closest('[aria-label]')?.getAttribute('aria-label');
    if (label) {
      field.setAttribute('aria-label', label);
    }
  }

  const all = () => document.querySelectorAll(unnamed).forEach(name);
  new MutationObserver(all).observe(document.documentElement, { childList: true, subtree: true });
})();
