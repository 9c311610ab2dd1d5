//! Pictures of a result: what the browser really draws and saves.

mod questionnaire;

use clientele_e2e::{Outcome, Stage, Trouble, Walk};
use questionnaire::{code, example, return_with};

/// The next file that is saved is kept as a bitmap.
const CATCH: &str = "window.caught = {};
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => {
        createImageBitmap(blob).then(image => { caught.image = image; caught.type = blob.type; });
        return make.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () { caught.name = this.download; };
    window.pixels = (width, height) => {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        context.drawImage(caught.image, 0, 0, width, height);
        return [...context.getImageData(0, 0, width, height).data];
    };
    window.has = name => {
        const context = new OffscreenCanvas(1, 1).getContext('2d');
        context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(name);
        context.fillRect(0, 0, 1, 1);
        const wanted = context.getImageData(0, 0, 1, 1).data;
        const found = pixels(caught.image.width, caught.image.height);
        for (let at = 0; at < found.length; at += 4) {
            if ([0, 1, 2].every(it => Math.abs(found[at + it] - wanted[it]) < 3)) return true;
        }
        return false;
    };";

async fn save(walk: &Walk, button: &str) -> Outcome {
    walk.eval("delete caught.image").await?;
    walk.click_text(button).await?;
    walk.until("the picture", "caught.image && caught.type === 'image/png'")
        .await?;
    Ok(())
}

async fn number(walk: &Walk, expression: &str) -> Result<u64, Trouble> {
    let value = walk.eval(&format!("return {expression}")).await?;
    Ok(value.as_u64().unwrap_or_default())
}

#[tokio::test]
async fn a_result_becomes_a_picture_in_the_colours_of_the_page() -> Outcome {
    let own = code(&example("law-firm"));
    for dark in [false, true] {
        let stage = Stage::new().before(CATCH);
        let stage = if dark { stage.dark() } else { stage };
        let walk = stage.open(&format!("/#{own}")).await?;
        walk.until_text("Share it, take it along").await?;
        for (button, name, width, height) in [
            ("Picture, wide (PNG)", "wide", 1200, 630),
            ("Picture, square (PNG)", "square", 1080, 1080),
        ] {
            save(&walk, button).await?;
            assert_eq!(number(&walk, "caught.image.width").await?, width);
            assert_eq!(number(&walk, "caught.image.height").await?, height);
            walk.until(
                "its name",
                &format!("caught.name === 'clientele-{own}-{name}.png'"),
            )
            .await?;
            // The corner is paper, and somewhere there is ink and each side's colour.
            let light = number(&walk, "pixels(1200, 630)[0]").await?;
            assert_eq!(light < 128, dark, "the paper is {light}");
            for colour in ["--ink", "--client", "--customer"] {
                let has = walk.eval(&format!("return has('{colour}')")).await?;
                assert_eq!(has, true, "{colour}");
            }
        }
        walk.finish().await?;
    }
    Ok(())
}

#[tokio::test]
async fn the_qr_picture_reads_back_as_the_link() -> Outcome {
    const SIDE: usize = 400;
    let own = code(&example("restaurant"));
    let walk = Stage::new().before(CATCH).open("/").await?;
    return_with(&walk, "full", &own, &format!("/#{own}")).await?;
    save(&walk, "QR code as PNG").await?;
    assert!(number(&walk, "caught.image.width").await? >= 600);
    let pixels = walk
        .eval(&format!(
            "return pixels({SIDE}, {SIDE}).filter((_, at) => at % 4 === 0)"
        ))
        .await?;
    let pixels = pixels.as_array().expect("a list");
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(SIDE, SIDE, |x, y| {
        u8::try_from(pixels[y * SIDE + x].as_u64().unwrap_or(255)).unwrap_or(255)
    });
    let grids = image.detect_grids();
    let (_, read) = grids[0].decode().expect("a code");
    assert_eq!(read, walk.server().url(&format!("/r/cu/#{own}")));
    walk.finish().await?;
    Ok(())
}

#[tokio::test]
async fn a_browser_that_draws_nothing_is_said() -> Outcome {
    let own = code(&example("law-firm"));
    let refuse = "HTMLImageElement.prototype.decode = async () => { throw new Error('no'); };";
    let walk = Stage::new()
        .before(refuse)
        .open(&format!("/#{own}"))
        .await?;
    walk.until_text("Share it, take it along").await?;
    walk.click_text("Picture, wide (PNG)").await?;
    walk.until_text("The browser could not draw the picture")
        .await?;
    walk.finish().await?;
    Ok(())
}
