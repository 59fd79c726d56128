/**
 * Sets the class of the theme before the first paint, as the provider does afterwards. It stands in
 * every document, and the security policy knows it by its digest: a change here is one there.
 */
export const themeScript =
  "(()=>{const e=document.documentElement;let t;try{t=localStorage.getItem('portolan-theme')}catch{}" +
  "if(t!=='light'&&t!=='dark')t=matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light';" +
  'e.classList.add(t);e.style.colorScheme=t})()'
