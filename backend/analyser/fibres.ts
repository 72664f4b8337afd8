/** Vinted's English material name, or null for a fibre its list lacks (site.md §4.3), and the words labels use. */
export type Fibre = { name: string; material: string | null; words: string[] };

const lines = `
cotton|Cotton|cotton coton baumwolle algodon cotone katoen bawelna algodao bomuld puuvilla cot
polyester|Polyester|polyester poliester poliestere polyesteri pes
elastane|Elastane|elastane elasthanne elasthan elastano elastan elastaan elastam spandex lycra
viscose|Viscose|viscose viskose viscosa viscosi wiskoza rayon viskoosi viskos
polyamide|Nylon|polyamide polyamid poliamida poliammide poliamid nylon polyamidi
acrylic|Acrylic|acrylic acrylique polyacryl acryl acrilico acrilica akryl acryliczny polyacrylic polyacrylique polyacrylonitril acrylfaser
wool|Wool|wool laine wolle schurwolle lana wol welna la uld virginwool lainevierge lanavergine puralana scheerwol
merino|Merino|merino merinowool merinos merinowolle lanamerino
linen|Linen|linen lin leinen lino linnen len linho flax
silk|Silk|silk soie seide seda seta zijde jedwab
cashmere|Cashmere|cashmere cachemire kaschmir cachemira cachemir cashemere kasjmier kaszmir caxemira
mohair|Mohair|mohair moher
alpaca|Alpaca|alpaca alpaga alpaka
leather|Leather|leather cuir leder cuero pelle leer skora couro realleather cuirveritable echtleder verapelle
polyurethane|Faux leather|polyurethane polyurethanne polyurethan poliuretano polyurethaan poliuretan pu
down|Down|down duvet daunen plumon piumino dons puch penas entendaunen duckdown goosedown
feather||feather feathers plume plumes federn pluma plumas piuma piume veren pierze pena
bamboo|Bamboo|bamboo bambou bambus bambu bamboe
jute|Jute|jute yute iuta juta
modal||modal micromodal
lyocell||lyocell tencel liocel liocell
cupro||cupro
acetate||acetate acetat acetato acetaat octan triacetate triacetat triacetato
hemp||hemp chanvre hanf canamo canapa hennep konopie canhamo
ramie||ramie rami
angora||angora
polypropylene||polypropylene polypropylen polipropileno polipropilene polypropyleen polipropylen
metallised fibre||metallicfibre metallisedfibre metallizedfibre metallicyarn fibremetallisee lurex metallfaser fibrametalica fibrametallizzata metallisierte metallic metallise metallisee lurexfaden
elastodiene||elastodiene elastodien elastomultiester elastomultiestere
rubber|Rubber|rubber caoutchouc gummi caucho gomma
latex|Latex|latex lattice
`;

export const fibres: readonly Fibre[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', material = '', words = ''] = line.split('|');
    return { name, material: material || null, words: words.split(' ') };
  });

type Entry = { word: string; fibre: Fibre };

/** Longest words first, so that "polyamide" is not read as something shorter within it. */
export const fibreWords: readonly Entry[] = fibres
  .flatMap((fibre) => fibre.words.map((word) => ({ word, fibre })))
  .toSorted((one, other) => other.word.length - one.word.length);
