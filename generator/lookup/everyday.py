"""Words of everyday English, which say nothing about what became of a message.

They stand in what servers say as in any other text. Words that somebody chooses to tell what
happened are none of them, however common: closed, full, lost, moved, open, sent, wait.
"""

from generator.lookup.normalise import words_of

EVERYDAY = (
    "a about add after again ago all already also always am among an and another any anything "
    "are around as ask at be because become been before begin behind being best better big "
    "both bring but by call came can children city come could country customer dear did do "
    "does done down during each eight either else end enough even ever every everything family "
    "few find five for forget four friend friends from front game get give given go goes going "
    "gone good got great had half happen happened happy has have having he hello help helpful "
    "her here hers hi high him his home hot house how i if in indeed into is it its itself "
    "just keep kind knew know land last late later least left less let letter like little live "
    "long look looked lot low made main make man many may maybe me mean means meet meeting "
    "might mine money more most much must my near need needs never new news next nice nine no "
    "none nor not nothing now of off often oh ok old on once one only or order other others "
    "our ours out over own part parts party pay play please point put question quick quickly "
    "quite ran rather read really regards right round run said same saw say says see seem "
    "seems seen self set seven several shall she short should show side since sit six small so "
    "some something soon start started still story such take taken tell ten than thank thanks "
    "that the their them then there these they thing things think third this those three "
    "through till to today together told tomorrow too took toward true try turn turned two "
    "under until up us use used very want was water way we week well went were what when where "
    "whether which while who whole whom whose why will wish with within without woman won word "
    "words work world would year years yes yesterday yet you young your yours"
)


def everyday_stems():
    """The stems of everyday words, as the words of a text are made of them."""
    return frozenset(words_of(EVERYDAY))
