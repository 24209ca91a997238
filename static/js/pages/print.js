/** The page for the printer: a button for those who look for one. */

for (const button of document.querySelectorAll("[data-command='print']")) {
  button.addEventListener("click", () => window.print());
  button.removeAttribute("hidden");
}
