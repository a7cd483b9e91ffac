//! Words too small to search by, which stand in nearly every text: left out of the index and of questions.

use base::words::Language;

const EN: &str = "a about after all also an and any are as at be been before being between both but by can could did do does \
    during each for from had has have he her his how i if in into is it its may more most must no nor not of on or other our s \
    shall she should so some such t than that the their them then there these they this those through to under until up upon us \
    was we were what when where which while who will with within would you your";
const ES: &str = "a al algo ante antes aquel aquella asi aun aunque bajo cada como con contra cual cuales cuando cuyo de del \
    desde donde dos durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta estas este esto estos fue fueron \
    ha han hasta hay la las le les lo los mas me mi mientras muy ni no nos o otra otras otro otros para pero por porque pues que \
    quien quienes se sea sean segun ser si sido sin sobre son su sus tal tales tambien tanto te tiene tienen toda todas todo todos \
    tras tu u un una uno unos unas y ya yo";
const FR: &str = "a afin ai ainsi apres au aucun aussi autre autres aux avant avec c car ce ceci cela celle celles celui ces cet \
    cette ceux chaque chez comme contre d dans de des dont du durant elle elles en entre es est et etait ete etre eu eux il \
    ils j je l la le les leur leurs lors lorsque lui m mais me meme n ne ni nos notre nous on ont ou par parmi pas pendant plus \
    pour qu quand que quel quelle quelles quels qui quoi s sa sans se selon ses si soit son sont sous sur t te tous tout toute \
    toutes tu un une vers vos votre vous y";

/// Answers whether a folded word is too small to search by in a language.
pub(super) fn is_small(language: Language, folded: &str) -> bool {
    let list = match language {
        Language::En => EN,
        Language::Es => ES,
        Language::Fr => FR,
    };
    // The longest has eight letters: most words are not looked for at all.
    folded.len() <= 8 && list.split(' ').any(|small| small == folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_small_in_its_own_language() {
        assert!(is_small(Language::Es, "son") && is_small(Language::Fr, "son") && !is_small(Language::En, "son"));
        assert!(is_small(Language::En, "through") && is_small(Language::Fr, "quelles"));
        let longest = [EN, ES, FR].iter().flat_map(|list| list.split(' ')).map(str::len).max();
        assert!(longest <= Some(8), "{longest:?}");
    }
}
