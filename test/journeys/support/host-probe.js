// @ts-nocheck -- it runs in the page, as it is
// Before a store on somebody else's page: it keeps what that page hears of, and tells what stands in the store's place.
(function () {
  var told = [];
  var tell = function (line) {
    told.push(line);
  };
  addEventListener('error', function (event) {
    if (event.message) tell('error: ' + event.message);
  });
  addEventListener('unhandledrejection', function (event) {
    tell('unhandled: ' + event.reason);
  });
  document.addEventListener('securitypolicyviolation', function (event) {
    tell('policy: ' + event.violatedDirective + ' against ' + event.blockedURI);
  });
  console.error = function (what) {
    tell('console: ' + what);
  };

  var all = function (root, selector) {
    return root ? [].slice.call(root.querySelectorAll(selector)) : [];
  };
  var words = function (element) {
    return element ? element.textContent.replace(/\s+/g, ' ').trim() : '';
  };
  var isSeen = function (element) {
    return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
  };
  window.look = function () {
    var store = document.querySelector('rai-store');
    var root = store && store.shadowRoot;
    var links = all(document, 'rai-store a').filter(isSeen);
    // As one text: what old libraries do to objects and arrays, no driver can bring over.
    return [
      all(root, 'rai-product-card').map(function (card) {
        return words(card.shadowRoot && card.shadowRoot.querySelector('[part=name]'));
      }),
      all(root, 'rai-store-notice, rai-product-detail').map(function (part) {
        return words(part.shadowRoot && part.shadowRoot.querySelector('.root'));
      }),
      links.map(function (link) {
        return link.getAttribute('href');
      }),
      all(root, 'rai-store-frame')
        .filter(isSeen)
        .map(function (frame) {
          return frame.localName;
        }),
      told,
    ]
      .map(function (texts) {
        return texts.map(encodeURIComponent).join(' ');
      })
      .join('\n');
  };
  // A frame without an origin is reached by nobody.
  if (self.origin === 'null')
    setInterval(function () {
      parent.postMessage(look(), '*');
    }, 50);
  addEventListener('message', function (event) {
    if (event.origin === 'null') window.heard = event.data;
  });
})();
