// "/" goes to the box of the search over everything, as readers of code hosts and encyclopaedias are used to.
export const searchKey = () => {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const at = event.target;
    if (at.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(at.tagName)) return;
    const box = document.getElementById("search-everything");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
};
