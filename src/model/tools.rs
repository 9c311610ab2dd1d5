//! The pack of the pages that most visitors never open: the questionnaire's own, with these pages'
//! sentences behind it, so that nobody else pays for them.

use super::pack::{Draft, Pack, PackError, closed, fill, opened};
use super::phrase::{Phrase, phrases};

/// A questionnaire with its text and the sentences of the tools.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToolPack {
    /// The questionnaire and the sentences that all pages share.
    pub pack: Pack,
    phrases: Vec<String>,
}

impl ToolPack {
    /// Puts the two together; `phrases` are in the order of [`ToolPhrase::ALL`].
    pub fn new(pack: Pack, phrases: Vec<String>) -> Result<Self, PackError> {
        if phrases.len() == ToolPhrase::ALL.len() {
            Ok(Self { pack, phrases })
        } else {
            Err(PackError::Invalid("phrases of the tools"))
        }
    }

    /// Reads a pack, whoever sent the bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackError> {
        let body = opened(bytes).ok_or(PackError::Foreign)?;
        match postcard::take_from_bytes::<(Draft, Vec<String>)>(body) {
            Ok(((draft, phrases), [])) => Self::new(Pack::new(draft)?, phrases),
            Ok(_) | Err(_) => Err(PackError::Damaged),
        }
    }

    /// The bytes that [`ToolPack::from_bytes`] reads.
    ///
    /// # Panics
    ///
    /// Never, as [`Pack::to_bytes`].
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let phrases = postcard::to_allocvec(&self.phrases).expect("every length is known");
        closed(&[self.pack.body(), phrases].concat())
    }

    /// A sentence of the tools.
    #[must_use]
    pub fn say(&self, phrase: ToolPhrase) -> &str {
        self.phrases.get(phrase as usize).map_or("", String::as_str)
    }

    /// What the window of a tool is called, by its heading.
    #[must_use]
    pub fn title(&self, heading: ToolPhrase) -> String {
        let product = self.pack.say(Phrase::ProductName);
        [self.say(heading), " – ", product].concat()
    }

    /// A sentence of the tools with its gaps filled: each `{name}` by the value of that name.
    #[must_use]
    pub fn fill(&self, phrase: ToolPhrase, values: &[(&str, &str)]) -> String {
        fill(self.say(phrase), values)
    }
}

phrases! {
    /// A sentence of the tools.
    ToolPhrase:
    ComparisonTitle = "comparison.title" [],
    ComparisonLead = "comparison.lead" [],
    ComparisonIntake = "comparison.intake" [],
    ComparisonBox = "comparison.box" [],
    ComparisonBoxHint = "comparison.box-hint" [],
    ComparisonHowAsk = "comparison.how-ask" [],
    ComparisonHowCollect = "comparison.how-collect" [],
    ComparisonHowPaste = "comparison.how-paste" [],
    ComparisonRead = "comparison.read" [],
    ComparisonFile = "comparison.file" [],
    ComparisonPrivacy = "comparison.privacy" [],
    ComparisonReading = "comparison.reading" ["lines"],
    ComparisonCancel = "comparison.cancel" [],
    ComparisonAddedNone = "comparison.added-none" [],
    ComparisonAddedOne = "comparison.added-one" [],
    ComparisonAdded = "comparison.added" ["count"],
    ComparisonRepeatedOne = "comparison.repeated-one" [],
    ComparisonRepeated = "comparison.repeated" ["count"],
    ComparisonUnreadableOne = "comparison.unreadable-one" [],
    ComparisonUnreadable = "comparison.unreadable" ["count"],
    ComparisonCancelled = "comparison.cancelled" [],
    ComparisonLeftInBox = "comparison.left-in-box" [],
    ComparisonFaults = "comparison.faults" [],
    ComparisonFaultLine = "comparison.fault-line" ["line"],
    ComparisonFaultsMore = "comparison.faults-more" ["count"],
    ComparisonTwice = "comparison.twice" ["names"],
    ComparisonForeign = "comparison.foreign" [],
    ComparisonTruncated = "comparison.truncated" [],
    ComparisonDamaged = "comparison.damaged" [],
    ComparisonTooNew = "comparison.too-new" [],
    ComparisonIsRepeated = "comparison.is-repeated" [],
    ComparisonSeveral = "comparison.several" [],
    ComparisonFileTooLarge = "comparison.file-too-large" [],
    ComparisonFileFailed = "comparison.file-failed" [],
    ComparisonFileForeign = "comparison.file-foreign" [],
    ComparisonBlank = "comparison.blank" [],
    ComparisonPerson = "comparison.person" ["number"],
    ComparisonCountOne = "comparison.count-one" [],
    ComparisonCount = "comparison.count" ["count"],
    ComparisonHide = "comparison.hide" [],
    ComparisonHidden = "comparison.hidden" [],
    ComparisonClear = "comparison.clear" [],
    ComparisonCleared = "comparison.cleared" [],
    ComparisonUndo = "comparison.undo" [],
    ComparisonRemoved = "comparison.removed" ["name"],
    ComparisonUndoOne = "comparison.undo-one" [],
    ComparisonPrint = "comparison.print" [],
    ComparisonVerdictClient = "comparison.verdict-client" [],
    ComparisonVerdictCustomer = "comparison.verdict-customer" [],
    ComparisonVerdictTwoTrack = "comparison.verdict-two-track" [],
    ComparisonVerdictInBetween = "comparison.verdict-in-between" [],
    ComparisonVerdictTooFew = "comparison.verdict-too-few" [],
    ComparisonVerdicts = "comparison.verdicts" [],
    ComparisonShare = "comparison.share" ["count" "percent"],
    ComparisonScores = "comparison.scores" [],
    ComparisonMedian = "comparison.median" ["score"],
    ComparisonQuartiles = "comparison.quartiles" ["low" "high"],
    ComparisonQuartilesAlike = "comparison.quartiles-alike" [],
    ComparisonUnscoredOne = "comparison.unscored-one" [],
    ComparisonUnscored = "comparison.unscored" ["count"],
    ComparisonScoreClient = "comparison.score-client" ["score"],
    ComparisonScoreCustomer = "comparison.score-customer" ["score"],
    ComparisonSpread = "comparison.spread" [],
    ComparisonSpreadDots = "comparison.spread-dots" [],
    ComparisonSpreadSized = "comparison.spread-sized" [],
    ComparisonAgreement = "comparison.agreement" ["percent"],
    ComparisonAgreementNone = "comparison.agreement-none" [],
    ComparisonAgreementMeans = "comparison.agreement-means" [],
    ComparisonAsTable = "comparison.as-table" [],
    ComparisonAgreementHead = "comparison.agreement-head" [],
    ComparisonDivides = "comparison.divides" [],
    ComparisonDividesLead = "comparison.divides-lead" [],
    ComparisonDividesNone = "comparison.divides-none" [],
    ComparisonDividesSides = "comparison.divides-sides" ["client" "customer"],
    ComparisonShares = "comparison.shares" [],
    ComparisonSharesLead = "comparison.shares-lead" [],
    ComparisonSharesNone = "comparison.shares-none" [],
    ComparisonSharesOf = "comparison.shares-of" ["count" "of"],
    ComparisonMoreOne = "comparison.more-one" [],
    ComparisonMore = "comparison.more" ["count"],
    ComparisonPair = "comparison.pair" [],
    ComparisonPairLead = "comparison.pair-lead" [],
    ComparisonPairSame = "comparison.pair-same" [],
    ComparisonPairOneStep = "comparison.pair-one-step" [],
    ComparisonPairSteps = "comparison.pair-steps" ["count"],
    ComparisonPairNone = "comparison.pair-none" [],
    ComparisonTable = "comparison.table" [],
    ComparisonName = "comparison.name" [],
    ComparisonVerdict = "comparison.verdict" [],
    ComparisonScore = "comparison.score" [],
    ComparisonAnswered = "comparison.answered" [],
    ComparisonRemove = "comparison.remove" [],
    ComparisonPages = "comparison.pages" ["first" "last" "total"],
    ComparisonEarlier = "comparison.earlier" [],
    ComparisonLater = "comparison.later" [],
    ComparisonTake = "comparison.take" [],
    ComparisonLinkMeans = "comparison.link-means" [],
    ComparisonLinkTooMany = "comparison.link-too-many" ["most"],
    ComparisonCopy = "comparison.copy" [],
    ComparisonCopied = "comparison.copied" [],
    ComparisonCopyFailed = "comparison.copy-failed" [],
    ComparisonCsv = "comparison.csv" [],
    ComparisonJson = "comparison.json" [],
    ComparisonPng = "comparison.png" [],
    ComparisonPictureFailed = "comparison.picture-failed" [],
    EmbeddingTitle = "embedding.title" [],
    EmbeddingLead = "embedding.lead" [],
    EmbeddingWay = "embedding.way" [],
    EmbeddingWayElement = "embedding.way-element" [],
    EmbeddingWayIframe = "embedding.way-iframe" [],
    EmbeddingWayWordpress = "embedding.way-wordpress" [],
    EmbeddingWayMoodle = "embedding.way-moodle" [],
    EmbeddingWayCanvas = "embedding.way-canvas" [],
    EmbeddingWayLink = "embedding.way-link" [],
    EmbeddingLook = "embedding.look" [],
    EmbeddingTheme = "embedding.theme" [],
    EmbeddingThemeAuto = "embedding.theme-auto" [],
    EmbeddingThemeLight = "embedding.theme-light" [],
    EmbeddingThemeDark = "embedding.theme-dark" [],
    EmbeddingAccent = "embedding.accent" [],
    EmbeddingAccentColour = "embedding.accent-colour" [],
    EmbeddingAccentHint = "embedding.accent-hint" [],
    EmbeddingRadius = "embedding.radius" [],
    EmbeddingRadiusIs = "embedding.radius-is" ["radius"],
    EmbeddingDensity = "embedding.density" [],
    EmbeddingDensityComfortable = "embedding.density-comfortable" [],
    EmbeddingDensityCompact = "embedding.density-compact" [],
    EmbeddingLength = "embedding.length" [],
    EmbeddingLengthBoth = "embedding.length-both" [],
    EmbeddingLengthFull = "embedding.length-full" ["count"],
    EmbeddingLengthShort = "embedding.length-short" ["count"],
    EmbeddingHide = "embedding.hide" [],
    EmbeddingHideStart = "embedding.hide-start" [],
    EmbeddingHideResult = "embedding.hide-result" [],
    EmbeddingPartPoles = "embedding.part-poles" [],
    EmbeddingPartPromises = "embedding.part-promises" [],
    EmbeddingPartParts = "embedding.part-parts" [],
    EmbeddingPartActions = "embedding.part-actions" [],
    EmbeddingPartProfile = "embedding.part-profile" [],
    EmbeddingPartWeighed = "embedding.part-weighed" [],
    EmbeddingPartTensions = "embedding.part-tensions" [],
    EmbeddingPartSturdiness = "embedding.part-sturdiness" [],
    EmbeddingPartFlips = "embedding.part-flips" [],
    EmbeddingPartExamples = "embedding.part-examples" [],
    EmbeddingPartTarget = "embedding.part-target" [],
    EmbeddingPartAreas = "embedding.part-areas" [],
    EmbeddingPartShare = "embedding.part-share" [],
    EmbeddingMore = "embedding.more" [],
    EmbeddingLeast = "embedding.least" [],
    EmbeddingLeastHint = "embedding.least-hint" [],
    EmbeddingMost = "embedding.most" [],
    EmbeddingMostHint = "embedding.most-hint" [],
    EmbeddingTall = "embedding.tall" [],
    EmbeddingTallHint = "embedding.tall-hint" [],
    EmbeddingSizeFault = "embedding.size-fault" [],
    EmbeddingLabel = "embedding.label" [],
    EmbeddingLabelHint = "embedding.label-hint" ["name"],
    EmbeddingLabelFault = "embedding.label-fault" [],
    EmbeddingEvents = "embedding.events" [],
    EmbeddingEventsHint = "embedding.events-hint" [],
    EmbeddingOrigin = "embedding.origin" [],
    EmbeddingOriginHint = "embedding.origin-hint" [],
    EmbeddingOriginFault = "embedding.origin-fault" [],
    EmbeddingReset = "embedding.reset" [],
    EmbeddingIsReset = "embedding.is-reset" [],
    EmbeddingIsBack = "embedding.is-back" [],
    EmbeddingBringBack = "embedding.bring-back" [],
    EmbeddingPreview = "embedding.preview" [],
    EmbeddingPreviewPhone = "embedding.preview-phone" [],
    EmbeddingPreviewWide = "embedding.preview-wide" [],
    EmbeddingPreviewLoading = "embedding.preview-loading" [],
    EmbeddingPreviewApart = "embedding.preview-apart" [],
    EmbeddingPreviewSandbox = "embedding.preview-sandbox" [],
    EmbeddingPreviewShared = "embedding.preview-shared" [],
    EmbeddingSnippet = "embedding.snippet" [],
    EmbeddingSnippetLink = "embedding.snippet-link" [],
    EmbeddingCopy = "embedding.copy" [],
    EmbeddingCopied = "embedding.copied" [],
    EmbeddingCopyFailed = "embedding.copy-failed" [],
    EmbeddingNotHttps = "embedding.not-https" [],
    EmbeddingLink = "embedding.link" [],
    EmbeddingLinkCopy = "embedding.link-copy" [],
    EmbeddingSteps = "embedding.steps" [],
    EmbeddingElementPaste = "embedding.element-paste" [],
    EmbeddingElementHeight = "embedding.element-height" [],
    EmbeddingElementStrips = "embedding.element-strips" [],
    EmbeddingElementPolicy = "embedding.element-policy" [],
    EmbeddingElementEvents = "embedding.element-events" [],
    EmbeddingIframePaste = "embedding.iframe-paste" [],
    EmbeddingIframeHeight = "embedding.iframe-height" [],
    EmbeddingIframePolicy = "embedding.iframe-policy" [],
    EmbeddingIframeEvents = "embedding.iframe-events" [],
    EmbeddingWordpressPaste = "embedding.wordpress-paste" [],
    EmbeddingWordpressClassic = "embedding.wordpress-classic" [],
    EmbeddingWordpressStrips = "embedding.wordpress-strips" [],
    EmbeddingWordpressHosts = "embedding.wordpress-hosts" [],
    EmbeddingMoodlePaste = "embedding.moodle-paste" [],
    EmbeddingMoodleStrips = "embedding.moodle-strips" [],
    EmbeddingMoodleCourse = "embedding.moodle-course" [],
    EmbeddingCanvasPaste = "embedding.canvas-paste" [],
    EmbeddingCanvasStrips = "embedding.canvas-strips" [],
    EmbeddingCanvasCourse = "embedding.canvas-course" [],
    EmbeddingLinkNotion = "embedding.link-notion" [],
    EmbeddingLinkSites = "embedding.link-sites" [],
    EmbeddingLinkNeeds = "embedding.link-needs" [],
    EmbeddingPackages = "embedding.packages" [],
    EmbeddingPackagesLead = "embedding.packages-lead" [],
    EmbeddingPackagesScorm12 = "embedding.packages-scorm12" [],
    EmbeddingPackagesScorm2004 = "embedding.packages-scorm2004" [],
    EmbeddingPackagesXapi = "embedding.packages-xapi" [],
    EmbeddingPackagesNone = "embedding.packages-none" [],
}
