// The look is kept in the address, so that it can be shared; a class on the page gives it to the store and to the page alike.
const form = /** @type {HTMLFormElement} */ (document.getElementById('look'));
const snippet = /** @type {HTMLElement} */ (document.getElementById('snippet'));
const store = /** @type {HTMLElement} */ (document.querySelector('rai-store'));
const said = new URLSearchParams(location.search);

for (const field of fields()) {
  const wanted = said.get(field.name);
  if (field instanceof HTMLSelectElement)
    field.value = [...field.options].some(({value}) => value === wanted) ? (wanted ?? '') : 'auto';
  else if (field.value === wanted) field.checked = true;
}
form.addEventListener('change', () => {
  show();
  const {look, theme} = chosen();
  const query = new URLSearchParams({...(look && {look}), ...(theme !== 'auto' && {theme})});
  history.replaceState(history.state, '', query.size ? `?${query}` : location.pathname);
});
show();

function fields() {
  return /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (
    form.querySelectorAll('input, select')
  );
}

function chosen() {
  const said = new FormData(form);
  return {look: String(said.get('look')), theme: String(said.get('theme'))};
}

function show() {
  const {look, theme} = chosen();
  document.documentElement.className = look ? `rai-${look}` : '';
  // On a phone the row of looks goes on beyond the edge.
  const label = form.querySelector('input:checked')?.closest('label');
  label?.parentElement?.scrollTo({left: label.offsetLeft - 48});
  document.documentElement.style.setProperty('color-scheme', theme === 'auto' ? 'light dark' : theme);
  store.setAttribute('theme', theme);
  const {origin} = new URL(String(store.getAttribute('gateway')));
  const lines = [
    `<script type="module" src="${origin}/widget/rai-store.js"></script>`,
    ...(look ? [`<link rel="stylesheet" href="${origin}/widget/presets/${look}.css">`] : []),
    `<rai-store${look ? ` class="rai-${look}"` : ''}${theme === 'auto' ? '' : ` theme="${theme}"`} gateway="${origin}/v1"></rai-store>`,
  ];
  snippet.textContent = lines.join('\n');
}
