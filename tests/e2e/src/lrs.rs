//! A learning record store as cmi5 and Tin Can launches meet it: it hands its token out once, keeps documents of the State
//! API, takes statements, and can be told to misbehave. What a client does wrong, it writes down.

use std::collections::BTreeMap;
use std::io::{BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::request::{Request, encoded};
use crate::statement::{Launch, session_faults};
use crate::trouble::Trouble;

/// What goes wrong with requests to a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Illness {
    /// It answers with this status.
    Status(u16),
    /// It answers only after this long.
    Slow(Duration),
    /// It answers only once it is well again.
    Held,
    /// It closes the connection.
    Cut,
    /// It refuses what contains this text, with status 400.
    Refuses(&'static str),
}

/// What the launch hands over, and nobody else may see.
pub const SECRET: &str = "c2VjcmV0OmxhdW5jaA==";

/// The store. It ends when it is dropped.
#[derive(Debug)]
pub struct Lrs {
    address: SocketAddr,
    launch: Launch,
    shared: Arc<Mutex<Shared>>,
}

#[derive(Debug)]
struct Shared {
    launch: Launch,
    is_over: bool,
    is_token_given: bool,
    documents: BTreeMap<String, String>,
    statements: Vec<Value>,
    complaints: Vec<String>,
    illnesses: Vec<(String, Illness)>,
    requests: Vec<String>,
}

struct Answer(u16, String);

impl Lrs {
    /// A store for a launch by cmi5 in this mode.
    pub fn cmi5(mode: &str) -> Result<Self, Trouble> {
        let account = json!({ "homePage": "https://lms.example.org", "name": "1625378" });
        let template = json!({
            "contextActivities": {
                "grouping": [{ "objectType": "Activity", "id": "urn:uuid:0f1cb2f2-8a07-8c5f-9b6c-3f6d2c1f0a11" }],
                "category": [{ "objectType": "Activity", "id": "https://lms.example.org/course" }],
            },
            "extensions": { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "session-1" },
        });
        let lrs = Self::start(Launch {
            is_cmi5: true,
            actor: json!({ "objectType": "Agent", "account": account }),
            activity: "https://lms.example.org/activity/1".to_owned(),
            registration: "760e3480-ba55-4991-94b0-01820dbd23a2".to_owned(),
            template: template.clone(),
            mode: mode.to_owned(),
        })?;
        let data = json!({
            "contextTemplate": template,
            "launchMode": mode,
            "moveOn": "Completed",
            "returnURL": format!("http://{}/back", lrs.address),
        });
        lock(&lrs.shared)
            .documents
            .insert("LMS.LaunchData".to_owned(), data.to_string());
        Ok(lrs)
    }

    /// A store for a launch by Tin Can.
    pub fn tin_can() -> Result<Self, Trouble> {
        Self::start(Launch {
            is_cmi5: false,
            actor: json!({ "objectType": "Agent", "name": "Jo", "mbox": "mailto:jo@example.org" }),
            activity: "https://lms.example.org/activity/2".to_owned(),
            registration: "0b2ca4c5-2b0c-4a52-8a3c-5a3c8b3b1f10".to_owned(),
            template: Value::Null,
            mode: "Normal".to_owned(),
        })
    }

    fn start(launch: Launch) -> Result<Self, Trouble> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Mutex::new(Shared {
            launch: launch.clone(),
            is_over: false,
            is_token_given: false,
            documents: BTreeMap::new(),
            statements: Vec::new(),
            complaints: Vec::new(),
            illnesses: Vec::new(),
            requests: Vec::new(),
        }));
        let for_thread = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming() {
                if lock(&for_thread).is_over {
                    break;
                }
                let Ok(stream) = stream else { continue };
                let shared = Arc::clone(&for_thread);
                thread::spawn(move || converse(&shared, stream));
            }
        });
        Ok(Self {
            address,
            launch,
            shared,
        })
    }

    /// Its origin, for [`crate::Walk::befriend`].
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// The query that the platform adds to the course's address.
    #[must_use]
    pub fn query(&self) -> String {
        let endpoint = format!("http://{}/xapi/", self.address);
        // As early players write it.
        let listed =
            json!({ "objectType": "Agent", "name": ["Jo"], "mbox": ["mailto:jo@example.org"] });
        let pairs = if self.launch.is_cmi5 {
            lock(&self.shared).is_token_given = false;
            vec![
                ("endpoint", endpoint),
                ("fetch", format!("http://{}/token?k=1", self.address)),
                ("actor", self.launch.actor.to_string()),
                ("registration", self.launch.registration.clone()),
                ("activityId", self.launch.activity.clone()),
            ]
        } else {
            vec![
                ("endpoint", endpoint),
                ("auth", format!("Basic {SECRET}")),
                ("actor", listed.to_string()),
                ("registration", self.launch.registration.clone()),
                ("activity_id", self.launch.activity.clone()),
            ]
        };
        let pairs = pairs
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)));
        pairs.collect::<Vec<_>>().join("&")
    }

    /// From now on, requests to paths that contain `part` meet this.
    pub fn ail(&self, part: &str, illness: Illness) {
        lock(&self.shared)
            .illnesses
            .push((part.to_owned(), illness));
    }

    /// From now on, it is well again.
    pub fn recover(&self) {
        lock(&self.shared).illnesses.clear();
    }

    /// All statements so far, in the order in which they came.
    #[must_use]
    pub fn statements(&self) -> Vec<Value> {
        lock(&self.shared).statements.clone()
    }

    /// Forgets the statements, before another session of the same registration.
    pub fn begin_session(&self) {
        lock(&self.shared).statements.clear();
    }

    /// A document of the State API.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<Value> {
        let shared = lock(&self.shared);
        shared
            .documents
            .get(id)
            .and_then(|text| serde_json::from_str(text).ok())
    }

    /// Every request so far: method and path.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared).requests.clone()
    }

    /// Everything that the client did wrong, in requests and in statements.
    #[must_use]
    pub fn complaints(&self, has_ended: bool) -> Vec<String> {
        let shared = lock(&self.shared);
        let mut all = shared.complaints.clone();
        all.extend(session_faults(&shared.statements, &self.launch, has_ended));
        all
    }
}

impl Drop for Lrs {
    fn drop(&mut self) {
        lock(&self.shared).is_over = true;
        // The listener waits for one more caller; this is it.
        let _ = TcpStream::connect_timeout(&self.address, Duration::from_secs(1));
    }
}

fn converse(shared: &Mutex<Shared>, mut stream: TcpStream) {
    let Ok(reading) = stream.try_clone() else {
        return;
    };
    let mut reading = BufReader::new(reading);
    while let Some(request) = Request::read(&mut reading) {
        let illness = {
            let mut shared = lock(shared);
            shared
                .requests
                .push(format!("{} {}", request.method, request.path));
            shared.illness(&request)
        };
        let is_preflight = request.method == "OPTIONS";
        let Answer(status, body) = match illness {
            _ if is_preflight => Answer(204, String::new()),
            Some(Illness::Cut) => return,
            Some(Illness::Refuses(text)) if request.body.contains(text) => {
                Answer(400, "refused".to_owned())
            }
            Some(Illness::Status(status)) => Answer(status, "ill".to_owned()),
            Some(Illness::Slow(time)) => {
                thread::sleep(time);
                lock(shared).answer(&request)
            }
            Some(Illness::Held) => {
                while lock(shared).holds(&request) {
                    thread::sleep(Duration::from_millis(10));
                }
                lock(shared).answer(&request)
            }
            Some(Illness::Refuses(_)) | None => lock(shared).answer(&request),
        };
        let head = format!(
            "HTTP/1.1 {status} Told\r\nAccess-Control-Allow-Origin: *\r\nAccess-Control-Max-Age: 600\r\n\
             Access-Control-Allow-Methods: GET, PUT, POST\r\n\
             Access-Control-Allow-Headers: Authorization, Content-Type, X-Experience-API-Version\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        if stream.write_all((head + body.as_str()).as_bytes()).is_err() {
            return;
        }
    }
}

impl Shared {
    /// What a request meets at the moment.
    fn illness(&self, request: &Request) -> Option<Illness> {
        let mut all = self.illnesses.iter();
        let met = all.find(|(part, _)| request.path.contains(part.as_str()));
        met.map(|(_, illness)| *illness)
    }

    /// Whether a request has to wait still; nobody waits for a store that is gone.
    fn holds(&self, request: &Request) -> bool {
        self.illness(request) == Some(Illness::Held) && !self.is_over
    }

    fn answer(&mut self, request: &Request) -> Answer {
        let path = request.path.as_str();
        if !path.starts_with("/xapi/") && path != "/token" {
            return Answer(200, "\"the platform\"".to_owned());
        }
        if path == "/token" {
            return self.token(request);
        }
        let wanted = format!("Basic {SECRET}");
        if request.headers.get("authorization") != Some(&wanted) {
            self.complaints.push(format!("{path} without the token"));
            return Answer(401, "{}".to_owned());
        }
        if request
            .headers
            .get("x-experience-api-version")
            .map(String::as_str)
            != Some("1.0.3")
        {
            self.complaints.push(format!("{path} without the version"));
            return Answer(400, "{}".to_owned());
        }
        match (request.method.as_str(), path) {
            ("GET" | "PUT", "/xapi/activities/state") => self.state(request),
            ("GET", "/xapi/agents/profile") => Answer(200, "[]".to_owned()),
            ("POST", "/xapi/statements") => self.take(request),
            (method, _) => {
                self.complaints
                    .push(format!("{method} {path} is nothing of ours"));
                Answer(404, "{}".to_owned())
            }
        }
    }

    fn token(&mut self, request: &Request) -> Answer {
        if request.method != "POST" || self.is_token_given {
            self.complaints
                .push("the token was asked for again, or not by POST".to_owned());
            return Answer(
                200,
                json!({ "error-code": "1", "error-text": "used" }).to_string(),
            );
        }
        self.is_token_given = true;
        Answer(200, json!({ "auth-token": SECRET }).to_string())
    }

    fn state(&mut self, request: &Request) -> Answer {
        let given = |name: &str| {
            request
                .query
                .get(name)
                .map(String::as_str)
                .unwrap_or_default()
        };
        let agent: Value = serde_json::from_str(given("agent")).unwrap_or_default();
        let is_ours = given("activityId") == self.launch.activity
            && given("registration") == self.launch.registration
            && agent == self.launch.actor;
        if !is_ours {
            self.complaints
                .push(format!("state of somebody else: {:?}", request.query));
            return Answer(400, "{}".to_owned());
        }
        let id = given("stateId").to_owned();
        if request.method == "GET" {
            if id.is_empty() {
                return Answer(
                    200,
                    json!(self.documents.keys().collect::<Vec<_>>()).to_string(),
                );
            }
            let document = self.documents.get(&id);
            return document.map_or_else(
                || Answer(404, String::new()),
                |text| Answer(200, text.clone()),
            );
        }
        if id == "LMS.LaunchData" {
            self.complaints
                .push("LMS.LaunchData was written to".to_owned());
        }
        self.documents.insert(id, request.body.clone());
        Answer(204, String::new())
    }

    fn take(&mut self, request: &Request) -> Answer {
        let Ok(Value::Array(statements)) = serde_json::from_str(&request.body) else {
            self.complaints
                .push(format!("no statements: {}", request.body));
            return Answer(400, "{}".to_owned());
        };
        let ids: Vec<Value> = statements.iter().map(|it| it["id"].clone()).collect();
        for statement in statements {
            // The same statement again changes nothing.
            if !self.statements.contains(&statement) {
                self.statements.push(statement);
            }
        }
        Answer(200, Value::Array(ids).to_string())
    }
}

/// A thread that panicked while it held the lock left nothing half done.
fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
