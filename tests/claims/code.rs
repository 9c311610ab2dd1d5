//! Share codes, and the addresses that hold them.

use clientele::model::{Answer, LinkError, Pack, decode, encode, read};
use clientele::route::{Route, as_sent};

use super::answers_of;

/// A code that opens is the one code of its answers; answers come back from theirs; an address
/// stays the same once it is printed, and its code once what it picked up is taken off.
pub(crate) fn code(pack: &Pack, bytes: &[u8]) -> bool {
    let answers = answers_of(pack, bytes);
    let is_known = pack.questions.iter().all(|it| match answers.to(it) {
        Answer::Option(number) => it.option(number).is_some(),
        Answer::Unanswered | Answer::DoesNotApply => true,
    });
    let expected = if is_known {
        Ok(answers)
    } else {
        Err(LinkError::TooNew)
    };
    assert_eq!(decode(pack, &encode(&answers)), expected);

    let text = String::from_utf8_lossy(bytes);
    let route = Route::parse(&text);
    let printed = route.print();
    if route != Route::Foreign {
        assert_eq!(Route::parse(&printed), route, "{text:?} became {printed:?}");
    }

    let code = match &route {
        Route::Result { code, label } => {
            let (sent, label) = as_sent(code, label.clone());
            assert!(code.starts_with(sent));
            let again = as_sent(sent, label.clone());
            assert_eq!(again, (sent, label), "nothing is left to take off");
            sent
        }
        _ => text.as_ref(),
    };
    let opened = decode(pack, code);
    if let Ok(answers) = opened {
        assert_eq!(encode(&answers), code);
        let reading = read(pack, &answers);
        assert!((-100..=100).contains(&reading.tally.score()));
    }
    opened.is_ok()
}
