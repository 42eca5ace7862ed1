/**
 * The part of Matomo's tracker that applications of the Fabrique use: page views through `_paq`,
 * without cookies.
 */
export const trackerScript = `(function () {
  var settings = {};
  var commands = {
    setTrackerUrl: function (url) { settings.tracker = url; },
    setSiteId: function (id) { settings.site = id; },
    setCustomUrl: function (url) { settings.url = url; },
    setDocumentTitle: function (title) { settings.title = title; },
    trackPageView: function (title) { send({ action_name: title || settings.title || document.title }); },
    trackEvent: function (category, action, name) { send({ e_c: category, e_a: action, e_n: name || '' }); }
  };
  function send(values) {
    if (!settings.tracker || !settings.site) return;
    values.idsite = settings.site;
    values.rec = '1';
    values.send_image = '0';
    values.url = settings.url || location.href;
    values.urlref = document.referrer;
    values.rand = String(Math.random()).slice(2, 10);
    fetch(settings.tracker + '?' + new URLSearchParams(values), { method: 'POST', mode: 'no-cors', keepalive: true });
  }
  function run(command) {
    var method = commands[command[0]];
    if (method) method.apply(null, Array.prototype.slice.call(command, 1));
  }
  var queue = window._paq || [];
  for (var index = 0; index < queue.length; index++) run(queue[index]);
  window._paq = { push: function () { for (var i = 0; i < arguments.length; i++) run(arguments[i]); } };
})();
`;
